/** Reads a BlobProto, the values of a blob with their shape, without its values; see Blob::FromProto (blob.cpp). */
import { eachField, Unreadable, varint, wires, type ByteRange, type FileBytes, type FileField } from './binary-fields';

export interface ModelBlob {
  /** At most one axis more than `maxAxes`, however many the file has. Dimensions are int32, and may be negative. */
  readonly shape: readonly number[];
  /** The shape is the legacy num, channels, height, width, which matches any shape of up to four axes. */
  readonly isLegacy: boolean;
  /** Number of values in the file. */
  readonly count: number;
  /** Where they are, in order: little-endian, float32 or, with `isDouble`, float64. */
  readonly ranges: readonly ValueRange[];
  readonly isDouble: boolean;
}

/** In bytes from the start of the file. */
export interface ValueRange extends ByteRange {
  /** Length of the tag before each value, in bytes; 0 for packed values. */
  readonly tag: number;
}

/** More axes than Caffe's blobs may have (blob.hpp, kMaxBlobAxes). */
export const maxAxes = 32;

const numbers = { legacy: [1, 2, 3, 4], data: 5, diff: 6, shape: 7, doubles: 8, doubleDiff: 9 } as const;
const valueNumbers = new Set<number>([numbers.data, numbers.diff, numbers.doubles, numbers.doubleDiff]);

/** Throws `Unreadable`. Double values take precedence over float ones. */
export async function readBlob(file: FileBytes, from: number, to: number): Promise<ModelBlob> {
  const legacy = [0, 0, 0, 0];
  let isLegacy = false;
  const shape: number[] = [];
  const floats: ValueRange[] = [];
  const doubles: ValueRange[] = [];
  const use = (field: FileField): void | Promise<void> => {
    const { number, wire, start, end } = field;
    const axis = (numbers.legacy as readonly number[]).indexOf(number);
    if (axis >= 0 && wire === wires.varint) {
      legacy[axis] = field.value;
      isLegacy = true;
    } else if (number === numbers.shape && wire === wires.bytes) return readDims(file, start, end, shape);
    else if (number === numbers.data && (wire === wires.bytes || wire === wires.fixed32))
      floats.push(checked(field, 4));
    else if (number === numbers.doubles && (wire === wires.bytes || wire === wires.fixed64))
      doubles.push(checked(field, 8));
    return undefined;
  };
  await eachField(file, from, to, use, valueNumbers);
  const count = countOf(doubles, 8);
  const isDouble = count > 0;
  return {
    shape: isLegacy ? legacy : shape,
    isLegacy,
    count: isDouble ? count : countOf(floats, 4),
    ranges: isDouble ? doubles : floats,
    isDouble,
  };
}

/** Protobuf rejects packed values that end within a value (wire_format_lite.h, ReadPackedFixedSizePrimitive). */
function checked({ from, start, end, tag }: ValueRange & { readonly from: number }, width: number): ValueRange {
  if ((end - start) % (width + tag) !== 0) throw new Unreadable({ kind: 'invalid', at: from });
  return { start, end, tag };
}

function countOf(ranges: readonly ValueRange[], width: number): number {
  return ranges.reduce((sum, { start, end, tag }) => sum + (end - start) / (width + tag), 0);
}

/** BlobShape: field 1, packed or not. A shape that occurs twice is merged, as protobuf does with any message. */
async function readDims(file: FileBytes, from: number, to: number, dims: number[]): Promise<void> {
  const addPacked = (bytes: Uint8Array, start: number): void => {
    for (let at = 0; at < bytes.length && dims.length <= maxAxes; ) {
      const dim = varint(bytes, at);
      if (!dim) throw new Unreadable({ kind: 'invalid', at: start + at });
      dims.push(dim.low);
      at = dim.next;
    }
  };
  await eachField(file, from, to, ({ number, wire, start, end, value }) => {
    if (number !== 1 || dims.length > maxAxes) return undefined;
    if (wire === wires.varint) dims.push(value);
    if (wire !== wires.bytes) return undefined;
    const length = Math.min(end - start, 10 * (maxAxes + 1));
    return file.peek(start, length).then((bytes) => addPacked(bytes, start));
  });
}
