/**
 * A net's weights as a NetParameter in protobuf's binary form, as Caffe loads it: layers by name and type, with bottoms, tops
 * and blobs. Lengths stand before what they measure, so all sizes are known before a value is drawn.
 */
import { encodeUtf8 } from '../text/utf8';
import {
  partsOf,
  valueBytes,
  type ExportedBlob,
  type ExportedLayer,
  type ExportedNet,
  type WeightFile,
} from './exported';
import type { PlanDraw } from './draw';

/** Caffe reads no more, and protobuf counts no further (io.cpp, kProtoReadBytesLimit). In bytes. */
export const largestModel = 0x7fffffff;

export function caffemodelFile(net: ExportedNet, draw: PlanDraw): WeightFile {
  const pieces = [
    ...text(field.netName, net.name),
    ...net.layers.flatMap((layer) => message(field.layer, layerPieces(layer))),
  ];
  return {
    size: sizeOf(pieces),
    *chunks() {
      for (const piece of pieces) {
        if (piece instanceof Uint8Array) yield piece;
        else yield* partsOf(piece, draw);
      }
    },
  };
}

/** Field numbers of NetParameter, LayerParameter, BlobProto and BlobShape. */
const field = {
  netName: 1,
  layer: 100,
  name: 1,
  type: 2,
  bottom: 3,
  top: 4,
  blobs: 7,
  data: 5,
  shape: 7,
  dim: 1,
} as const;

/** Bytes as they are, or the values of a blob. */
type Piece = Uint8Array | ExportedBlob;

function layerPieces({ name, type, bottoms, tops, blobs }: ExportedLayer): readonly Piece[] {
  return [
    ...text(field.name, name),
    ...text(field.type, type),
    ...bottoms.flatMap((bottom) => text(field.bottom, bottom)),
    ...tops.flatMap((top) => text(field.top, top)),
    ...blobs.flatMap((blob) => message(field.blobs, blobPieces(blob))),
  ];
}

/** Both lists are packed, as caffe.proto asks. */
function blobPieces(blob: ExportedBlob): readonly Piece[] {
  const dims = blob.shape.flatMap((dim) => varint(dim));
  const shape = dims.length > 0 ? message(field.dim, [Uint8Array.from(dims)]) : [];
  return [...message(field.shape, shape), ...(valueBytes(blob) > 0 ? message(field.data, [blob]) : [])];
}

function text(number: number, value: string): readonly Piece[] {
  return message(number, [encodeUtf8(value)]);
}

/** A field whose length comes before its content. */
function message(number: number, content: readonly Piece[]): readonly Piece[] {
  const lengthDelimited = 2;
  return [Uint8Array.from([...varint(number * 8 + lengthDelimited), ...varint(sizeOf(content))]), ...content];
}

function sizeOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + (piece instanceof Uint8Array ? piece.length : valueBytes(piece)), 0);
}

/** Exact up to 2⁵³, for values from 0. */
function varint(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}
