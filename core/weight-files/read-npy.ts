/** Values of a NumPy `.npy` file, as float32. */

export interface NpyValues {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

const decoders: Readonly<
  Record<string, { readonly bytes: number; readonly at: (view: DataView, at: number) => number }>
> = {
  '<f4': { bytes: 4, at: (view, at) => view.getFloat32(at, true) },
  '<f8': { bytes: 8, at: (view, at) => view.getFloat64(at, true) },
  '|u1': { bytes: 1, at: (view, at) => view.getUint8(at) },
};

/** Undefined if it is not float32, float64 or bytes, or not in C order. */
export function readNpy(bytes: Uint8Array): NpyValues | undefined {
  const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
  if (bytes.length < 12 || !magic.every((byte, i) => byte === bytes[i])) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWide = bytes[6] !== 1;
  const start = isWide ? 12 : 10;
  const from = start + (isWide ? view.getUint32(8, true) : view.getUint16(8, true));
  const header = String.fromCharCode(...bytes.subarray(start, Math.min(from, start + 4096)));
  const decoder = decoders[/'descr':\s*'([^']*)'/.exec(header)?.[1] ?? ''];
  const dims = /'shape':\s*\(([^)]*)\)/.exec(header)?.[1];
  if (!decoder || dims === undefined || !/'fortran_order':\s*False/.test(header)) return undefined;
  const shape = dims
    .split(',')
    .map((dim) => dim.trim())
    .filter((dim) => dim !== '')
    .map(Number);
  const count = shape.reduce((product, dim) => product * dim, 1);
  if (!Number.isSafeInteger(count) || from + count * decoder.bytes > bytes.length) return undefined;
  return { shape, values: Float32Array.from({ length: count }, (_, i) => decoder.at(view, from + i * decoder.bytes)) };
}
