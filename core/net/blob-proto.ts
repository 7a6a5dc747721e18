/** The shape of a BlobProto in protobuf's binary form, as Caffe writes mean files; its values are skipped. */

/**
 * `bytes` may be only the file's beginning: what is known by its end counts. As in Blob::FromProto (blob.cpp), the four old
 * fields go before `shape`. Undefined where neither is found.
 */
export function shapeOfBlobProto(bytes: Uint8Array): readonly number[] | undefined {
  const legacy = [0, 0, 0, 0];
  let isLegacy = false;
  let shape: readonly number[] | undefined;
  const cursor: Cursor = { bytes, at: 0, end: bytes.length };
  while (cursor.at < cursor.end) {
    const tag = varint(cursor);
    const field = tag >>> 3;
    const wire = tag & 7;
    if (wire === varintWire) {
      const value = varint(cursor);
      if (Number.isNaN(value)) break;
      if (field >= 1 && field <= 4) {
        legacy[field - 1] = value;
        isLegacy = true;
      }
    } else if (wire === bytesWire) {
      const length = varint(cursor);
      const start = cursor.at;
      if (Number.isNaN(length)) break;
      if (field === shapeField && start + length <= cursor.end) shape = dims({ bytes, at: start, end: start + length });
      cursor.at = start + length;
    } else if (wire === fixed32Wire) {
      cursor.at += 4;
    } else if (wire === fixed64Wire) {
      cursor.at += 8;
    } else {
      break;
    }
  }
  return isLegacy ? legacy : shape;
}

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;
}

const varintWire = 0;
const fixed64Wire = 1;
const bytesWire = 2;
const fixed32Wire = 5;

/** `BlobProto.shape`; in it, `BlobShape.dim` is field 1, packed or not. */
const shapeField = 7;

function dims(cursor: Cursor): readonly number[] | undefined {
  const found: number[] = [];
  while (cursor.at < cursor.end) {
    const tag = varint(cursor);
    if (tag === ((1 << 3) | bytesWire)) {
      const length = varint(cursor);
      const end = Math.min(cursor.at + length, cursor.end);
      while (cursor.at < end) found.push(varint(cursor));
    } else if (tag === ((1 << 3) | varintWire)) {
      found.push(varint(cursor));
    } else {
      return undefined;
    }
  }
  return found.every((dim) => dim >= 0) ? found : undefined;
}

/** NaN at the end of the bytes. Exact up to 2⁵³, which no dimension passes. */
function varint(cursor: Cursor): number {
  let value = 0;
  for (let scale = 1; cursor.at < cursor.end; scale *= 128) {
    const byte = cursor.bytes[cursor.at++] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
  }
  return NaN;
}
