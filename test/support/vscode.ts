/** As much of VS Code's API as tests of the client need, in place of the editor. */
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

/** The error messages that are shown; a test empties it. */
export const errorMessages: string[] = [];

export const window = {
  showErrorMessage: (message: string, ...buttons: readonly string[]): Promise<string | undefined> => {
    errorMessages.push(message);
    return Promise.resolve(buttons[0]);
  },
};

export const l10n = {
  t: (message: string, ...args: readonly unknown[]): string =>
    message.replaceAll(/\{(\d+)\}/g, (_, index: string) => String(args[Number(index)])),
};
