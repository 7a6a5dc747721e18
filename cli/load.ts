/** From a path to a text. */
import { reasonOf } from '#files/reason';
import type { Io } from './io';

export type Loaded =
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

/** `-` is the standard input. */
export async function loadNamed(path: string, io: Io): Promise<Loaded> {
  if (path !== '-') return load(path, io);
  try {
    return { kind: 'text', path, text: decode(await io.readInput()) };
  } catch (error) {
    return { kind: 'unreadable', path, reason: reasonOf(error, io.language) };
  }
}

export function load(path: string, io: Io): Loaded {
  try {
    return { kind: 'text', path, text: decode(io.readFile(path)) };
  } catch (error) {
    return { kind: 'unreadable', path, reason: reasonOf(error, io.language) };
  }
}

/** UTF-8 to text; a byte-order mark stays, since Caffe refuses it. */
export function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
