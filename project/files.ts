/** Files as the engine's hosts have them: Node, a web worker that asks its client, or a test's memory. */

/** Files and folders by URI. Every promise is rejected where there is no such file, or it can't be read. */
export interface Files {
  /** The whole file; rejects with `tooLarge` where it has more than `limit` bytes, with `notRegular` where it is no regular file. */
  readonly read: (uri: string, limit: number) => Promise<Uint8Array>;
  /** The bytes in [start, end) of a regular file, fewer where the file ends before. */
  readonly readRange: (uri: string, start: number, end: number) => Promise<Uint8Array>;
  readonly stat: (uri: string) => Promise<FileStat>;
  /** The names in a folder, in no order. */
  readonly list: (uri: string) => Promise<readonly string[]>;
  /** The same file without symbolic links on the way; the URI itself where a host has none. */
  readonly resolve: (uri: string) => Promise<string>;
}

export interface FileStat {
  /** In bytes. Only a hint: a file may grow, and the system's own files have 0. */
  readonly size: number;
  /** `other`: a pipe, a device, a socket, which may block whoever reads it. */
  readonly kind: 'file' | 'folder' | 'other';
}

/** A file that is written bit by bit. */
export interface Sink {
  /** Takes a copy of few bytes; many are on the disk when it resolves. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** The file is whole: it takes its name, in place of what had it. */
  readonly commit: () => Promise<void>;
  /** Nothing is left of it. */
  readonly abandon: () => Promise<void>;
}

/**
 * What becomes of a file that has the name already: `keep` rejects with EEXIST; bytes are what it must still hold, else the
 * promise is rejected with `changedMeanwhile`.
 */
export type Existing = 'keep' | 'replace' | Uint8Array;

/** Why a file is not read or written; `code` is a key of `Language.reasons`, which take `args`. */
export interface FileFailure extends Error {
  readonly code: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

export const notRegular = 'ENOTREGULAR';
export const tooLarge = 'ETOOLARGE';
export const outside = 'EOUTSIDE';
export const onNetwork = 'ENETWORKPATH';
export const changedMeanwhile = 'ECHANGED';
export const copyLeft = 'ECOPYLEFT';

export function failure(code: string, path: string, args: FileFailure['args'] = {}): FileFailure {
  return Object.assign(new Error(`${code}: ${path}`), { code, args: { path, ...args } });
}

/** `ENOENT` and the like; empty for what is no failure of a file. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** True where there is nothing at a path, rather than something that can't be read. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'FileNotFound'].includes(codeOf(error));
}

/** The most bytes of a file that are read, by what the file is for. */
export const limits = {
  /** A text of more has more than the 2²³ UTF-16 units that `analyze` looks at. */
  net: 3 << 23,
  sibling: 1 << 20,
  /** One of those that are searched for a layer's name. */
  workspaceNet: 1 << 22,
  solver: 1 << 16,
  proto: 1 << 20,
  list: 1 << 26,
} as const;
