import type { Editor } from './editor.mjs';

export interface ServeOptions {
  readonly editor: Editor;
  /** The folder for settings and state. */
  readonly data: string;
  /** The extension to install. */
  readonly vsix?: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Initial user settings; ignored if `data` already has some. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface EditorServer {
  readonly origin: string;
  readonly ended: Promise<number | null>;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

export function serveEditor(options: ServeOptions): Promise<EditorServer>;

/** Unpacks the package `vsix` into a folder of `extensions` in `data`. */
export function installExtension(options: {
  readonly editor: Editor;
  readonly data: string;
  readonly vsix: string;
}): void;

/** The URL that opens a folder. */
export function addressOf(origin: string, folder: string): string;
