export function installWebEditor(): string;

export function serveWebEditor(options: {
  readonly editor: string;
  readonly extension: string;
  readonly folder: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}): Promise<{ readonly origin: string; readonly stop: () => Promise<void> }>;
