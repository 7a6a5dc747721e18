/**
 * An image as an input of a net: what Caffe's data layers make of one, blue, green, red, cut to the crop in its middle, less
 * the mean, scaled (imread of OpenCV; DataTransformer::Transform). A crop in TRAIN and a mirror are random in Caffe; here
 * the crop is that of TEST, and nothing is mirrored.
 */

export interface Image {
  readonly width: number;
  readonly height: number;
  /** 1: grey; 3: red, green, blue. */
  readonly channels: 1 | 3;
  /** Pixel by pixel, row by row, from the top. */
  readonly data: Uint8Array;
}

/** Of `transform_param`. */
export interface Transform {
  /** 0 for none. */
  readonly crop: number;
  readonly scale: number;
  readonly mean: Mean;
}

export type Mean =
  /** `mean_value`: none, one, or one a channel. */
  | { readonly kind: 'values'; readonly values: readonly number[] }
  /** `mean_file`: a value for each of the image, before it is cut. */
  | { readonly kind: 'file'; readonly shape: readonly number[]; readonly values: Float32Array };

/** True where the image gives an input of this shape (N, C, H, W). A grey image fills all channels, as imread makes it. */
export function fitsImage(
  { width, height, channels }: Image,
  [, c = 0, h = 0, w = 0, ...more]: readonly number[],
  { crop, mean }: Transform,
): boolean {
  if (more.length > 0 || (c !== 3 && c !== channels)) return false;
  if (mean.kind === 'file' && mean.shape.slice(-3).join() !== [c, height, width].join()) return false;
  return crop > 0 ? h === crop && w === crop && height >= crop && width >= crop : h === height && w === width;
}

/** The same image in each item of the batch. It must fit. */
export function imageInput(
  { width, height, channels, data }: Image,
  [n = 0, c = 0, h = 0, w = 0]: readonly number[],
  { scale, mean }: Transform,
): Float32Array {
  const [top, left] = [Math.trunc((height - h) / 2), Math.trunc((width - w) / 2)];
  const item = new Float32Array(c * h * w);
  const meanAt = (channel: number, y: number, x: number): number =>
    mean.kind === 'file'
      ? (mean.values[(channel * height + y) * width + x] ?? 0)
      : ((mean.values.length === 1 ? mean.values[0] : mean.values[channel]) ?? 0);
  let i = 0;
  for (let channel = 0; channel < c; channel++) {
    const source = channels === 1 ? 0 : 2 - channel;
    for (let y = top; y < top + h; y++)
      for (let x = left; x < left + w; x++) {
        const pixel = data[(y * width + x) * channels + source] ?? 0;
        item[i++] = Math.fround(pixel - Math.fround(meanAt(channel, y, x))) * Math.fround(scale);
      }
  }
  const all = new Float32Array(n * item.length);
  for (let at = 0; at < all.length; at += item.length) all.set(item, at);
  return all;
}
