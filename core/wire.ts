/**
 * Protobuf's binary form, for files whose bulk is drawn or copied while they are written. A length precedes its
 * content, so all sizes are computed before a byte of the bulk. A library that encodes messages keeps them whole in
 * memory, some several times, and is limited to 2 GiB; only this much of one is needed.
 */
import { encodeUtf8 } from './text/utf8';

/** The largest message that protobuf and Caffe read (io.cpp, kProtoReadBytesLimit), in bytes. */
export const largestMessage = 0x7fffffff;

/** Bytes, or a placeholder for bytes that come later. */
export type Piece<Bulk> = Uint8Array | Later<Bulk>;

export interface Later<Bulk> {
  /** In bytes. */
  readonly size: number;
  readonly bulk: Bulk;
}

export function sizeOf<Bulk>(pieces: readonly Piece<Bulk>[]): number {
  return pieces.reduce((sum, piece) => sum + (piece instanceof Uint8Array ? piece.length : piece.size), 0);
}

/** A field whose length precedes its content: a message, a string, or packed numbers. */
export function bytesField<Bulk = never>(number: number, content: readonly Piece<Bulk>[]): readonly Piece<Bulk>[] {
  const lengthDelimited = 2;
  return [Uint8Array.from([...varint(number * 8 + lengthDelimited), ...varint(sizeOf(content))]), ...content];
}

export function textField<Bulk = never>(number: number, value: string): readonly Piece<Bulk>[] {
  return bytesField<Bulk>(number, [encodeUtf8(value)]);
}

export function intField(number: number, value: number): Uint8Array {
  return Uint8Array.from([...varint(number * 8), ...varint(value)]);
}

export function floatField(number: number, value: number): Uint8Array {
  const fixed32 = 5;
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setFloat32(0, value, true);
  return Uint8Array.from([...varint(number * 8 + fixed32), ...new Uint8Array(bytes.buffer)]);
}

export function packedInts<Bulk = never>(number: number, values: readonly number[]): readonly Piece<Bulk>[] {
  return bytesField<Bulk>(number, [Uint8Array.from(values.flatMap(varint))]);
}

/** Exact for integers from 0 to 2⁵³. */
export function varint(value: number): readonly number[] {
  if (!(value >= 0 && Number.isInteger(value))) throw new RangeError(`${value} is no integer from 0`);
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}

/** Pieces without bulk, as one array. */
export function joined(pieces: readonly Piece<never>[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(sizeOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    if (!(piece instanceof Uint8Array)) continue;
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
