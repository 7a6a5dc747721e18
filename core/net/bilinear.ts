/**
 * The formula for the centre of a bilinear filler's kernel: see `core/fillers/forks/bilinear.ts` for those of forks.
 */
export type Centre = 'old' | 'floor';

/** The upsampling factor of a kernel of this size. */
export function enlargementOf(size: number, centred: Centre | undefined): number {
  return centred === 'floor' ? Math.floor(size / 2) : Math.ceil(size / 2);
}

/** One axis of the kernel in float32, as Caffe computes it (filler.hpp, BilinearFiller): the kernel is its outer product with itself. */
export function bilinearProfile(size: number, centred?: Centre): readonly number[] {
  return Array.from({ length: size }, (_, x) => x).map(bilinearAlong(size, centred));
}

/** The same, evaluated at one position, for a kernel of any size. */
export function bilinearAlong(size: number, centred?: Centre): (x: number) => number {
  const factor = enlargementOf(size, centred);
  const centre = Math.fround((centred === undefined ? size - 1 : 2 * factor - 1 - (factor % 2)) / (2 * factor));
  return (x) => Math.fround(1 - Math.abs(Math.fround(Math.fround(x / factor) - centre)));
}
