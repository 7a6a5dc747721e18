/** The values of a `.caffemodel` as a `.npz` file, read while it is written; doubles are rounded to float32. */
import { arrayNames } from './array-names';
import type { ReadRange } from './binary-fields';
import { maxAxes, type ModelBlob } from './read-blob';
import { modelValues } from './read-caffemodel-values';
import { npzFile, type WeightFile } from './write-npz';

/** `read` is of the model. Chunks reject as `readExactly` does. */
export function modelNpz(
  layers: readonly { readonly name: string; readonly blobs: readonly ModelBlob[] }[],
  read: ReadRange,
): WeightFile {
  const names = arrayNames(layers);
  return npzFile(
    layers.flatMap(({ blobs }, i) =>
      blobs.map((blob, k) => ({
        name: names[i]?.[k] ?? '',
        shape: fitsValues(blob) ? blob.shape : [blob.count],
        values: () => modelValues(blob, read),
      })),
    ),
  );
}

/** Whether the shape is that of as many values as the file has, with no more axes than NumPy and Caffe support. */
export function fitsValues({ shape, count }: Pick<ModelBlob, 'shape' | 'count'>): boolean {
  return (
    shape.length <= maxAxes &&
    shape.every((dim) => dim >= 0) &&
    shape.reduce((product, dim) => product * dim, 1) === count
  );
}
