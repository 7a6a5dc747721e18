/** Weights files and mean files that no program writes: models in each format, then changed in a few places. */
import { bytesField, floatField, intField, joined, textField, varint, type Piece } from '#core/wire';

export type Below = (below: number) => number;
type Pieces = readonly Piece<never>[];
type Bytes = Uint8Array<ArrayBuffer>;

/** A complete model, as protobuf's own parser accepts it: layers of one format, with values packed or not. */
export function soundModel(below: Below): Bytes {
  const layers = times(1 + below(5), () => (below(3) > 0 ? bytesField(100, currentLayer(below)) : []));
  const old = times(below(4), () => bytesField(2, below(3) === 0 ? v0Layer(below) : v1Layer(below)));
  return joined([...textField(1, 'net'), ...unknown(below), ...(below(2) === 0 ? layers : old).flat()]);
}

/** A complete BlobProto. */
export function soundMean(below: Below): Bytes {
  return joined(blob(below));
}

function currentLayer(below: Below): Pieces {
  return [
    ...textField(1, nameOf(below)),
    ...textField(2, ['Convolution', 'Scale', ''][below(3)] ?? ''),
    ...blobs(7, below),
    ...unknown(below),
  ];
}

function v1Layer(below: Below): Pieces {
  const rates = times(below(3), () => floatField(7, below(3)));
  return [...textField(4, nameOf(below)), intField(5, [4, 14, 18][below(3)] ?? 4), ...blobs(6, below), ...rates];
}

function v0Layer(below: Below): Pieces {
  const type = ['conv', 'innerproduct', 'relu'][below(3)] ?? 'conv';
  const layer = [...textField(1, nameOf(below)), ...textField(2, type), ...blobs(50, below), floatField(51, 1)];
  return bytesField(1, layer);
}

function nameOf(below: Below): string {
  return ['conv', 'ip', 'c/1×1', '', 'x'.repeat(below(300))][below(5)] ?? '';
}

function blobs(number: number, below: Below): Pieces {
  return times(below(4), () => bytesField(number, blob(below))).flat();
}

function blob(below: Below): Pieces {
  const dims = times(below(8) === 0 ? below(40) : below(5), () => [1, 1, 2, 3, 2 ** 32 + 2][below(5)] ?? 1);
  const count =
    below(4) === 0
      ? below(9)
      : Math.min(
          dims.reduce((product, dim) => product * (dim % 2 ** 32), 1),
          200,
        );
  const isLegacy = below(3) === 0;
  const shape = below(2) === 0 ? dims.map((dim) => intField(1, dim)) : packed(1, dims.map(varint).flat());
  const legacy = dims.slice(0, 4).map((dim, i) => (below(9) === 0 ? minusOne(i + 1) : intField(i + 1, dim)));
  const sizes = isLegacy ? legacy : bytesField(7, shape);
  return below(2) === 0 ? [...sizes, ...values(count, below)] : [...values(count, below), ...sizes];
}

function values(count: number, below: Below): Pieces {
  const [number, width] = below(4) === 0 ? [8, 8] : [5, 4];
  const bytes = Array.from({ length: count * width }, (_, i) => (i % width === width - 1 ? 0x3f : below(256)));
  if (below(3) > 0) return packed(number, bytes);
  const tag = number * 8 + (width === 8 ? 1 : 5);
  return times(count, (i) => Uint8Array.from([tag, ...bytes.slice(i * width, (i + 1) * width)]));
}

function packed(number: number, bytes: readonly number[]): Pieces {
  return bytesField(number, [Uint8Array.from(bytes)]);
}

/** -1 as int64. */
function minusOne(number: number): Uint8Array {
  return Uint8Array.from([...varint(number * 8), ...new Array<number>(9).fill(0xff), 1]);
}

/** A field that no format has. */
function unknown(below: Below): Pieces {
  const all: readonly Pieces[] = [[], [], [intField(200, below(300))], textField(201, 'x'), [floatField(202, 1)]];
  return all[below(all.length)] ?? [];
}

function times<Item>(count: number, make: (index: number) => Item): readonly Item[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

/** The same bytes with one to four changes. */
export function changed(bytes: Bytes, below: Below): Bytes {
  let all = bytes;
  for (let n = 1 + below(4); n > 0; n--) all = change(all, below);
  return all;
}

/** The largest length that a file is repeated to, in bytes. */
const mostRepeated = 1 << 19;
/** Tags, lengths and ends of varints that change what follows. */
const hostileBytes: readonly number[] = [0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x12, 0x0b, 0x0c, 0x2a, 0x2d, 0x3a, 0xa2, 0x06];

function change(bytes: Bytes, below: Below): Bytes {
  if (bytes.length === 0) return Uint8Array.of(below(256));
  const at = below(bytes.length);
  const end = Math.min(bytes.length, at + 1 + below(below(2) === 0 ? 4 : bytes.length));
  const put = (...middle: readonly number[]): Bytes => spliced(bytes, at, at, Uint8Array.from(middle));
  switch (below(9)) {
    case 0:
      return bytes.with(at, below(256));
    case 1:
    case 2:
      return bytes.with(at, hostileBytes[below(hostileBytes.length)] ?? 0);
    case 3:
      return bytes.slice(0, at);
    case 4:
      return spliced(bytes, at, end, new Uint8Array());
    case 5: {
      const part = bytes.slice(at, end);
      return spliced(
        bytes,
        at,
        at,
        repeated(part, below(20) === 0 ? Math.floor(mostRepeated / part.length) : below(9)),
      );
    }
    case 6:
      return put(...varint([2 ** 31, 2 ** 32, 2 ** 53, 2 ** 20, 300][below(5)] ?? 0));
    case 7:
      return put(...new Array<number>(below(12)).fill(0xff));
    default: {
      const depth = below(200);
      return put(
        ...new Array<number>(depth).fill(0x0b),
        ...new Array<number>(depth - below(2) * below(depth + 1)).fill(0x0c),
      );
    }
  }
}

function spliced(bytes: Bytes, from: number, to: number, middle: Bytes): Bytes {
  return joined([bytes.subarray(0, from), middle, bytes.subarray(to)]);
}

function repeated(part: Bytes, count: number): Bytes {
  const all = new Uint8Array(part.length * count);
  for (let i = 0; i < count; i++) all.set(part, i * part.length);
  return all;
}
