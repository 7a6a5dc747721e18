/**
 * Reads names, types and shapes of a `.caffemodel`, a NetParameter in protobuf's binary form, by ranges: values are
 * skipped, so that a file of gigabytes takes a few reads per layer. Supports V1 and V0 layers as well.
 */
import { placeless, type ArgumentsOf, type Code, type Problem } from '../problems';
import { decodeUtf8 } from '../text/utf8';

/** The bytes in [start, end), fewer at the end of the file. */
export type ReadRange = (start: number, end: number) => Promise<Uint8Array>;

export interface ModelLayer {
  readonly name: string;
  readonly blobs: readonly ModelBlob[];
}

export interface ModelBlob {
  readonly shape: readonly number[];
  /** The shape is the legacy num, channels, height, width, which matches any shape of up to four axes. */
  readonly isLegacy: boolean;
  /** Number of values in the file. */
  readonly count: number;
  /**
   * Where they are, in order: little-endian, float32 or, with `isDouble`, float64. In bytes from the start of the file.
   */
  readonly ranges: readonly ByteRange[];
  readonly isDouble: boolean;
}

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The oldest layers in it: LayerParameter is current; V1LayerParameter and, within it, V0LayerParameter came before. */
export type ModelAge = 'current' | 'V1' | 'V0';

export type Model =
  | { readonly kind: 'model'; readonly layers: readonly ModelLayer[]; readonly age: ModelAge }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** `size` in bytes; `path` is used in problems. Rejects only as `read` does. */
export async function readModel(path: string, size: number, read: ReadRange): Promise<Model> {
  const file = windowed(size, read);
  const foreign = foreignness(await file.peek(0, 64), size);
  if (foreign) return problem(foreign, { path });
  try {
    const { layers, age } = await layersOf(file);
    return layers.length > 0 ? { kind: 'model', layers, age } : problem('weights/not-a-model', { path });
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    return error.beyondEnd
      ? problem('weights/model-cut-off', { path, at: error.at, size })
      : problem('weights/not-a-model', { path });
  }
}

/** More axes than Caffe's blobs may have (blob.hpp, kMaxBlobAxes). */
const maxAxes = 32;
/** A mean file with unpacked values has a field for each: the search for its shape ends after this many. */
const maxFieldsOfMean = 1 << 16;

/**
 * The shape of a BlobProto in protobuf's binary form, as Caffe writes mean files; its values are skipped. In a
 * truncated file, what was read so far counts. Undefined where no shape is found. Rejects only as `read` does.
 */
export async function readBlobShape(size: number, read: ReadRange): Promise<readonly number[] | undefined> {
  const draft = emptyBlob();
  try {
    await readBlob(draft, windowed(size, read), 0, size, maxFieldsOfMean);
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
  }
  const shape = draft.isLegacy ? draft.legacy : draft.shape;
  return shape && shape.length <= maxAxes && shape.every((dim) => dim <= 0x7fffffff) ? shape : undefined;
}

/** Reads a BlobProto, such as a mean file; undefined if the file is not one. Rejects only as `read` does. */
export async function readBlobFile(size: number, read: ReadRange): Promise<ModelBlob | undefined> {
  try {
    return await blobOf(windowed(size, read), 0, size);
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    return undefined;
  }
}

/** The file is not a NetParameter from this offset on, or is truncated. */
export class Damaged extends Error {
  constructor(
    readonly at: number,
    readonly beyondEnd: boolean,
  ) {
    super('damaged');
  }
}

type ForeignCode = 'weights/model-empty' | 'weights/model-hdf5' | 'weights/model-pointer';

const magic: readonly { readonly code: ForeignCode; readonly bytes: readonly number[] }[] = [
  { code: 'weights/model-hdf5', bytes: [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a] },
  { code: 'weights/model-pointer', bytes: Array.from('version https://git-lfs', (letter) => letter.charCodeAt(0)) },
];

/** The code for a file that is certainly not a model; undefined where it may be one. */
export function foreignness(first: Uint8Array, size: number): ForeignCode | undefined {
  if (size === 0) return 'weights/model-empty';
  return magic.find(({ bytes }) => bytes.every((byte, i) => first[i] === byte))?.code;
}

/** Field numbers of NetParameter and of layers in each format. */
const net = { name: 1, v1Layers: 2, layer: 100 } as const;
const ages = {
  now: { name: 1, blobs: 7 },
  v1: { name: 4, blobs: 6, v0: 1 },
  v0: { name: 1, blobs: 50 },
} as const;

async function layersOf(file: ModelBytes): Promise<{ readonly layers: readonly ModelLayer[]; readonly age: ModelAge }> {
  const layers: ModelLayer[] = [];
  const found = new Set<ModelAge>();
  for await (const { number, wire, start, end } of fields(file, 0, file.size)) {
    const isBytes = wire === lengthDelimited;
    if (number === net.name && !isBytes) throw new Damaged(start, false);
    if (number === net.layer && isBytes) layers.push((await layerOf(file, start, end, ages.now)).layer);
    if (number === net.v1Layers && isBytes) {
      const { layer, isV0 } = await layerOf(file, start, end, ages.v1);
      layers.push(layer);
      found.add(isV0 ? 'V0' : 'V1');
    }
  }
  return { layers, age: found.has('V0') ? 'V0' : found.has('V1') ? 'V1' : 'current' };
}

interface Age {
  readonly name: number;
  readonly blobs: number;
  /** The field that holds a V0 layer. */
  readonly v0?: number;
}

interface ReadLayer {
  readonly layer: ModelLayer;
  /** True for a layer that holds a V0 layer. */
  readonly isV0: boolean;
}

async function layerOf(file: ModelBytes, from: number, to: number, age: Age): Promise<ReadLayer> {
  let name = '';
  let inner: ModelLayer | undefined;
  const blobs: ModelBlob[] = [];
  for await (const { number, wire, start, end } of fields(file, from, to)) {
    if (wire !== lengthDelimited) continue;
    if (number === age.name) name = decodeUtf8(await file.peek(start, end - start));
    else if (number === age.blobs) blobs.push(await blobOf(file, start, end));
    else if (number === age.v0) inner = (await layerOf(file, start, end, ages.v0)).layer;
  }
  const layer = { name: name === '' ? (inner?.name ?? '') : name, blobs: [...(inner?.blobs ?? []), ...blobs] };
  return { layer, isV0: inner !== undefined };
}

/** BlobProto; see Blob::FromProto (blob.cpp): double values take precedence over float ones. */
const blob = { legacy: [1, 2, 3, 4], data: 5, shape: 7, doubles: 8 } as const;

interface BlobDraft {
  readonly legacy: number[];
  isLegacy: boolean;
  shape: readonly number[] | undefined;
  readonly floats: ByteRange[];
  readonly doubles: ByteRange[];
}

function emptyBlob(): BlobDraft {
  return { legacy: [0, 0, 0, 0], isLegacy: false, shape: undefined, floats: [], doubles: [] };
}

async function blobOf(file: ModelBytes, from: number, to: number): Promise<ModelBlob> {
  const draft = emptyBlob();
  await readBlob(draft, file, from, to, Infinity);
  const { legacy, isLegacy, shape = [], floats, doubles } = draft;
  const bytes = (ranges: readonly ByteRange[]): number => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  const isDouble = bytes(doubles) > 0;
  const ranges = isDouble ? doubles : floats;
  return { shape: isLegacy ? legacy : shape, isLegacy, count: bytes(ranges) / (isDouble ? 8 : 4), ranges, isDouble };
}

/** Reads into the draft, so that what precedes a damaged part is kept. */
async function readBlob(
  draft: BlobDraft,
  file: ModelBytes,
  from: number,
  to: number,
  maxFields: number,
): Promise<void> {
  let seen = 0;
  for await (const { number, wire, start, end, value } of fields(file, from, to)) {
    if (++seen > maxFields) return;
    const axis = (blob.legacy as readonly number[]).indexOf(number);
    if (axis >= 0 && wire === varintWire) {
      draft.legacy[axis] = value;
      draft.isLegacy = true;
    } else if (number === blob.shape && wire === lengthDelimited) draft.shape = await dimsOf(file, start, end);
    else if (number === blob.data) draft.floats.push({ start, end });
    else if (number === blob.doubles) draft.doubles.push({ start, end });
  }
}

/** BlobShape: field 1, packed or not. */
async function dimsOf(file: ModelBytes, from: number, to: number): Promise<readonly number[]> {
  const dims: number[] = [];
  for await (const { number, wire, start, end, value } of fields(file, from, to)) {
    if (number !== 1) continue;
    if (wire === varintWire) dims.push(value);
    for (let at = start; wire === lengthDelimited && at < end; ) {
      const dim = await varint(file, at, end);
      dims.push(dim.value);
      at = dim.next;
    }
  }
  return dims;
}

/** A field of a message in the file. */
export interface FileField {
  readonly number: number;
  readonly wire: number;
  /** Start of its tag. In bytes from the start of the file, like the rest. */
  readonly from: number;
  /** Start and end of its content, without tag and length. */
  readonly start: number;
  readonly end: number;
  /** The value of a varint; 0 for other wire types. */
  readonly value: number;
}

export const varintWire = 0;
export const lengthDelimited = 2;
/** Lengths of the fixed wire types, in bytes. */
const fixedLengths: Readonly<Record<number, number>> = { 1: 8, 5: 4 };

/** The fields of the message in [from, to). Throws `Damaged`. */
export async function* fields(file: ModelBytes, from: number, to: number): AsyncGenerator<FileField> {
  for (let at = from; at < to; ) {
    const tag = await varint(file, at, to);
    const wire = tag.value % 8;
    const number = Math.floor(tag.value / 8);
    if (number === 0) throw new Damaged(at, false);
    if (wire === varintWire) {
      const { value, next } = await varint(file, tag.next, to);
      yield { number, wire, from: at, start: tag.next, end: next, value };
      at = next;
      continue;
    }
    const length =
      wire === lengthDelimited
        ? await varint(file, tag.next, to)
        : { value: fixedLengths[wire] ?? NaN, next: tag.next };
    if (Number.isNaN(length.value)) throw new Damaged(at, false);
    const end = length.next + length.value;
    // A field longer than the enclosing message makes it invalid; at the top level, the file is truncated.
    if (end > to) throw new Damaged(at, to === file.size);
    yield { number, wire, from: at, start: length.next, end, value: 0 };
    at = end;
  }
}

/** Exact up to 2⁵³. */
async function varint(
  file: ModelBytes,
  at: number,
  to: number,
): Promise<{ readonly value: number; readonly next: number }> {
  const bytes = await file.peek(at, Math.min(10, to - at));
  let value = 0;
  for (let i = 0, scale = 1; i < bytes.length; i++, scale *= 128) {
    const byte = bytes[i] as number;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, next: at + i + 1 };
  }
  throw new Damaged(at, bytes.length < 10 && to === file.size);
}

/** Random access to a file. */
export interface ModelBytes {
  readonly size: number;
  /** Up to `length` bytes from `at`, fewer at the end. */
  readonly peek: (at: number, length: number) => Promise<Uint8Array>;
}

const windowLength = 1 << 14;

/** Serves small reads from larger ones. */
export function windowed(size: number, read: ReadRange): ModelBytes {
  let start = 0;
  let bytes = new Uint8Array();
  return {
    size,
    peek: async (at, length) => {
      if (at < start || at + length > start + bytes.length) {
        bytes = new Uint8Array(await read(at, Math.min(size, at + Math.max(length, windowLength))));
        start = at;
      }
      return bytes.subarray(at - start, at - start + length);
    },
  };
}

function problem<C extends Code>(code: C, args: ArgumentsOf<C>): Model {
  return { kind: 'problem', problem: placeless(code, args) };
}
