export interface Editor {
  /** VS Code's server. */
  readonly folder: string;
  /** The Node that runs it. */
  readonly node: string;
  /** Its version. */
  readonly vscode: string;
}

/** Installs VS Code once; later calls only look. */
export function installEditor(): Editor;
