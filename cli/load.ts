/** From a path to a text. */
import type { Io } from './io';

export type Loaded =
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

export function load(path: string, io: Io): Loaded {
  try {
    return { kind: 'text', path, text: decode(io.readFile(path)) };
  } catch (error) {
    return { kind: 'unreadable', path, reason: reasonOf(error) };
  }
}

/** UTF-8 to text; a byte-order mark stays, since Caffe refuses it. */
export function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** Why a file could not be read, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is too large',
  ERR_STRING_TOO_LONG: 'it is too large',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};
