/** The file system as the engine's hosts provide it: Node, a web worker that asks its client, or an in-memory one in tests. */

/** Files and folders, addressed by URI. Every promise rejects if the file does not exist or can't be read. */
export interface Files {
  /**
   * Reads the whole file. Rejects with `tooLarge` if it has more than `limit` bytes, with `notRegular` if it is not a regular
   * file.
   */
  readonly read: (uri: string, limit: number) => Promise<Uint8Array>;
  /** The bytes in [start, end) of a regular file; fewer if the file ends earlier. */
  readonly readRange: (uri: string, start: number, end: number) => Promise<Uint8Array>;
  readonly stat: (uri: string) => Promise<FileStat>;
  /** The names in a folder, in no particular order. */
  readonly list: (uri: string) => Promise<readonly string[]>;
  /** The URI of the same file with all symbolic links resolved; the URI itself on hosts without symbolic links. */
  readonly resolve: (uri: string) => Promise<string>;
}

export interface FileStat {
  /** In bytes. Only a hint: a file may grow, and files such as those in `/proc` report 0. */
  readonly size: number;
  /** `other`: a pipe, device or socket. Reading one may block. */
  readonly kind: 'file' | 'folder' | 'other';
}

/** A file that is written in pieces. */
export interface Sink {
  /** Copies small pieces into a buffer; larger ones are on the disk when the promise resolves. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Completes the file and moves it to its final name, replacing what was there. */
  readonly commit: () => Promise<void>;
  /** Discards the file. */
  readonly abandon: () => Promise<void>;
}

/**
 * What to do if a file of that name exists. `keep`: reject with EEXIST. Bytes: replace it only if it still has exactly this
 * content, else reject with `changedMeanwhile`.
 */
export type Existing = 'keep' | 'replace' | Uint8Array;

/** Why a file could not be read or written. `code` is a key of `Language.reasons`, whose sentences take `args`. */
export interface FileFailure extends Error {
  readonly code: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

export const notRegular = 'ENOTREGULAR';
export const tooLarge = 'ETOOLARGE';
export const outside = 'EOUTSIDE';
export const onNetwork = 'ENETWORKPATH';
export const binary = 'EBINARY';
export const weightsNotNet = 'EMODEL';
export const noFolder = 'ENOFOLDER';
export const changedMeanwhile = 'ECHANGED';
export const copyLeft = 'ECOPYLEFT';

export function failure(code: string, path: string, args: FileFailure['args'] = {}): FileFailure {
  return Object.assign(new Error(`${code}: ${path}`), { code, args: { path, ...args } });
}

/** The error code, such as `ENOENT`; empty for an error that is not about a file. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** True if nothing exists at a path, as opposed to something that can't be read. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'FileNotFound'].includes(codeOf(error));
}

/** Size limits in bytes, by purpose of the file. */
export const limits = {
  /** Enough for the 2²³ UTF-16 units that `analyze` looks at, in UTF-8. */
  net: 3 << 23,
  sibling: 1 << 20,
  /** A net read only to search it for a layer's name. */
  workspaceNet: 1 << 22,
  solver: 1 << 16,
  proto: 1 << 20,
  target: 1 << 20,
  list: 1 << 26,
} as const;
