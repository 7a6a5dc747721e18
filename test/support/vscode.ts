/** A mock of the parts of VS Code's API that tests of the client need. */
type Listener<Value> = (value: Value) => void;

export class EventEmitter<Value> {
  private readonly listeners = new Set<Listener<Value>>();

  readonly event = (listener: Listener<Value>): { readonly dispose: () => void } => {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  };

  fire(value: Value): void {
    for (const listener of this.listeners) listener(value);
  }
}

export class CancellationError extends Error {}

/** The error messages that were shown; tests clear it. */
export const errorMessages: string[] = [];

export const window = {
  showErrorMessage: (message: string, ...buttons: readonly string[]): Promise<string | undefined> => {
    errorMessages.push(message);
    return Promise.resolve(buttons[0]);
  },
  /** Tests mock these with the user's answer. */
  showQuickPick: (_items: readonly object[], _options: object): Promise<unknown> => Promise.resolve(undefined),
  showInformationMessage: (..._shown: readonly unknown[]): Promise<string | undefined> => Promise.resolve(undefined),
};

/** Tests mock this with an extension. */
export const extensions = { getExtension: (_id: string): object | undefined => undefined };

export class Disposable {
  static from(...all: readonly { readonly dispose: () => void }[]): Disposable {
    return new Disposable(() => all.forEach((one) => one.dispose()));
  }

  constructor(readonly dispose: () => void) {}
}

/** As in VS Code 1.95; tests take `registerTool` away. */
export const lm: {
  registerTool?: ((name: string, tool: Tool) => Disposable) | undefined;
  readonly tools: Map<string, Tool>;
} = {
  tools: new Map(),
  registerTool: (name, tool) => {
    lm.tools.set(name, tool);
    return new Disposable(() => lm.tools.delete(name));
  },
};

interface Tool {
  readonly invoke: (options: { readonly input: unknown }, token: unknown) => Promise<object>;
}

export class LanguageModelToolResult {
  constructor(readonly content: readonly unknown[]) {}
}

export class LanguageModelTextPart {
  constructor(readonly value: string) {}
}

const registered = new Map<string, (...args: readonly unknown[]) => unknown>();

export const commands = {
  registerCommand: (name: string, run: (...args: readonly unknown[]) => unknown): { readonly dispose: () => void } => {
    registered.set(name, run);
    return { dispose: () => void registered.delete(name) };
  },
  executeCommand: (name: string, ...args: readonly unknown[]): Promise<unknown> =>
    Promise.resolve(registered.get(name)?.(...args)),
};

export enum ConfigurationTarget {
  Global = 1,
  Workspace = 2,
  WorkspaceFolder = 3,
}

interface Configuration {
  readonly get: (name: string, otherwise: unknown) => unknown;
  readonly inspect: (name: string) => Readonly<Record<string, unknown>> | undefined;
  readonly update: (name: string, value: unknown, target: ConfigurationTarget) => Promise<void>;
}

/** A window without a folder or settings; tests set what they need. */
export const workspace = {
  workspaceFolders: undefined as readonly unknown[] | undefined,
  workspaceFile: undefined as string | { readonly path: string } | undefined,
  getWorkspaceFolder: (_uri: unknown): { readonly name: string } | undefined => undefined,
  findFiles: (_include: string, _exclude: string, _most: number): Promise<readonly string[]> => Promise.resolve([]),
  asRelativePath: (path: string): string => path.replace(/^.*\//, ''),
  getConfiguration: (_section: string): Configuration => ({
    get: (_name, otherwise) => otherwise,
    inspect: () => undefined,
    update: () => Promise.resolve(),
  }),
};

export const l10n = {
  t: (message: string, ...args: readonly unknown[]): string =>
    message.replaceAll(/\{(\d+)\}/g, (_, index: string) => String(args[Number(index)])),
};
