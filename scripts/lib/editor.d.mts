export interface Editor {
  /** The folder of VS Code's server. */
  readonly folder: string;
  /** The Node that runs it. */
  readonly node: string;
  /** Its version. */
  readonly vscode: string;
}

/** Installs VS Code on the first call. */
export function installEditor(): Editor;
