/**
 * Writes a net's weights as a NetParameter in protobuf's binary form, as Caffe loads it: layers by name and type, with
 * bottoms, tops and blobs. Lengths precede their contents, so all sizes are computed before a value is drawn.
 */
import { bytesField, packedInts, sizeOf, textField, type Piece } from '../wire';
import { partsOf, valueBytes, type ExportedBlob, type ExportedLayer, type ExportedNet } from './exported-net';
import type { PlanDraw } from '../weights/draw';
import type { WeightFile } from './write-npz';

export function caffemodelFile(net: ExportedNet, draw: PlanDraw): WeightFile {
  const pieces = [
    ...textField<ExportedBlob>(field.netName, net.name),
    ...net.layers.flatMap((layer) => bytesField(field.layer, layerPieces(layer))),
  ];
  return {
    size: sizeOf(pieces),
    *chunks() {
      for (const piece of pieces) {
        if (piece instanceof Uint8Array) yield piece;
        else yield* partsOf(piece.bulk, draw);
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

function layerPieces({ name, type, bottoms, tops, blobs }: ExportedLayer): readonly Piece<ExportedBlob>[] {
  return [
    ...textField<ExportedBlob>(field.name, name),
    ...textField<ExportedBlob>(field.type, type),
    ...bottoms.flatMap((bottom) => textField<ExportedBlob>(field.bottom, bottom)),
    ...tops.flatMap((top) => textField<ExportedBlob>(field.top, top)),
    ...blobs.flatMap((blob) => bytesField(field.blobs, blobPieces(blob))),
  ];
}

/**
 * Both lists are packed, as caffe.proto declares. A scalar has no shape, as in Blob::ToProto (blob.cpp); OpenCV rejects
 * an empty one.
 */
function blobPieces(blob: ExportedBlob): readonly Piece<ExportedBlob>[] {
  const dims = packedInts<ExportedBlob>(field.dim, blob.shape);
  const size = valueBytes(blob);
  return [
    ...(blob.shape.length > 0 ? bytesField(field.shape, dims) : []),
    ...(size > 0 ? bytesField(field.data, [{ size, bulk: blob }]) : []),
  ];
}
