/** From a path to a text. */
import { reasonOf } from '#files/reason';
import type { Io } from './io';

export type Loaded =
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

export async function loadNamed(path: string, io: Io): Promise<Loaded> {
  const bytes = await bytesOf(path, io);
  return typeof bytes === 'string'
    ? { kind: 'unreadable', path, reason: bytes }
    : { kind: 'text', path, text: decode(bytes) };
}

/** The bytes of a file that a person named, or why there are none; `-` is the standard input. */
export async function bytesOf(path: string, io: Io): Promise<Uint8Array | string> {
  try {
    return path === '-' ? await io.readInput() : io.readFile(path);
  } catch (error) {
    return reasonOf(error, io.language);
  }
}

export function load(path: string, io: Io): Loaded {
  try {
    return { kind: 'text', path, text: decode(io.readFile(path)) };
  } catch (error) {
    return { kind: 'unreadable', path, reason: reasonOf(error, io.language) };
  }
}

/** UTF-8 to text, or UTF-16 where a mark says so, as some shells write it; a byte-order mark stays, since Caffe refuses it. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
