/** Reads texts from files that may be missing, too large, or not allowed to be read. */
import { codeOf, failure, isMissing, notRegular, onNetwork, outside, type Files } from './files';
import { isNetworkPath } from './paths';

/**
 * Decodes UTF-8, or UTF-16 if there is a byte-order mark for it, as some shells write. The mark is kept, since Caffe rejects
 * it.
 */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** Whether bytes are no text: one in fifty of the first is a control character that no text has. UTF-16 has a mark. */
export function isBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 1 << 16);
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) return false;
  const controls = start.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  return controls * 50 > start.length;
}

/** Other than whitespace and the escape that begins a colour. */
function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) || byte === 0x7f;
}

/** The text of a file of at most `limit` bytes; undefined if it can't be read. */
export async function readText(uri: string, limit: number, files: Files): Promise<string | undefined> {
  try {
    return decode(await files.read(uri, limit));
  } catch {
    return undefined;
  }
}

/** What a path leads to: a file, nothing, or something that can't be read, with the reason. */
export type Place =
  | { readonly kind: 'file'; readonly uri: string; readonly size: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly error: unknown };

/**
 * The first of the URIs that is a regular file; if none is, the reason for the first that exists. `path` is as written. The
 * first URI is what it means; the others are guesses, so that it does not matter if they may not be read.
 */
export async function firstPlace(path: string, candidates: readonly string[], files: Files): Promise<Place> {
  if (isNetworkPath(path)) return { kind: 'unreadable', error: failure(onNetwork, path) };
  let place: Place = { kind: 'missing' };
  for (const uri of candidates) {
    try {
      const { kind, size } = await files.stat(uri);
      if (kind === 'file') return { kind: 'file', uri, size };
      const error = failure(kind === 'folder' ? 'EISDIR' : notRegular, uri);
      if (place.kind === 'missing') place = { kind: 'unreadable', error };
    } catch (error) {
      const isGuess = codeOf(error) === outside && uri !== candidates[0];
      if (place.kind === 'missing' && !isMissing(error) && !isGuess) place = { kind: 'unreadable', error };
    }
  }
  return place;
}
