/** Loads the text of a path. */
import { binary, failure, limits, weightsNotNet } from '#project/files';
import { reasonOf } from '#project/reason';
import { decode, isBinary } from '#project/text-files';
import type { Io } from './io';

export type Loaded =
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

export async function load(path: string, io: Io): Promise<Loaded> {
  const bytes = await textBytesOf(path, limits.net, io);
  return typeof bytes === 'string'
    ? { kind: 'unreadable', path, reason: bytes }
    : { kind: 'text', path, text: decode(bytes) };
}

/** The same as `bytesOf`, where a binary file can't be read either. */
export async function textBytesOf(path: string, limit: number, io: Io): Promise<Uint8Array | string> {
  const bytes = await bytesOf(path, limit, io);
  if (typeof bytes === 'string' || !isBinary(bytes)) return bytes;
  return reasonOf(failure(path.endsWith('.caffemodel') ? weightsNotNet : binary, path), io.language);
}

/** The bytes of a file named by the user, or the reason why it can't be read; `-` is standard input. */
export async function bytesOf(path: string, limit: number, io: Io): Promise<Uint8Array | string> {
  try {
    return path === '-' ? await io.readInput() : await io.files.read(io.uriOf(path), limit);
  } catch (error) {
    return reasonOf(error, io.language);
  }
}
