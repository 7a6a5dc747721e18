/** Texts out of files that may be gone, too large, or none that may be read. */
import { failure, isMissing, notRegular, onNetwork, type Files } from './files';
import { isNetworkPath } from './paths';

/** UTF-8 to text, or UTF-16 where a mark says so, as some shells write it; a byte-order mark stays, since Caffe refuses it. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** The text of a file of at most so many bytes; undefined where there is none. */
export async function readText(uri: string, limit: number, files: Files): Promise<string | undefined> {
  try {
    return decode(await files.read(uri, limit));
  } catch {
    return undefined;
  }
}

/** Where a path leads: to a file, nowhere, or to what must not be read, and why. */
export type Place =
  | { readonly kind: 'file'; readonly uri: string; readonly size: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly error: unknown };

/** The first of the URIs that is a regular file; else why the first that is something is none. `path` is as it is written. */
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
      if (place.kind === 'missing' && !isMissing(error)) place = { kind: 'unreadable', error };
    }
  }
  return place;
}
