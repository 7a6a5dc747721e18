/** Where the kernel of a bilinear filler has its centre: see `core/fillers/forks/bilinear.ts` for those of forks. */
export type Centre = 'old' | 'floor';

/** By how much a kernel of this size enlarges. */
export function enlargementOf(size: number, centred: Centre | undefined): number {
  return centred === 'floor' ? Math.floor(size / 2) : Math.ceil(size / 2);
}

/** One axis of the kernel in float32, as Caffe computes it (filler.hpp, BilinearFiller): the kernel is its outer product with itself. */
export function bilinearProfile(size: number, centred?: Centre): readonly number[] {
  return Array.from({ length: size }, (_, x) => x).map(bilinearAlong(size, centred));
}

/** The same value by value, for a kernel of any size. */
export function bilinearAlong(size: number, centred?: Centre): (x: number) => number {
  const factor = enlargementOf(size, centred);
  const centre = Math.fround((centred === undefined ? size - 1 : 2 * factor - 1 - (factor % 2)) / (2 * factor));
  return (x) => Math.fround(1 - Math.abs(Math.fround(Math.fround(x / factor) - centre)));
}
