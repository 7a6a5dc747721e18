import type { Editor } from './editor.mjs';

export interface ServeOptions {
  readonly editor: Editor;
  /** Keeps settings and state. */
  readonly data: string;
  /** The extension to install. */
  readonly vsix?: string;
  /** 0 or absent: any free one. */
  readonly port?: number;
  /** The user's, where none are kept yet. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface EditorServer {
  readonly origin: string;
  readonly ended: Promise<number | null>;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

export function serveEditor(options: ServeOptions): Promise<EditorServer>;

/** The page that shows a folder. */
export function addressOf(origin: string, folder: string): string;
