import type { Shape } from '../net/shape';

/**
 * The number of images that a net reads at once, by the shapes of its inputs. Undefined for one image, and where no
 * input has the four axes of images, or they differ: the first axis of sequences is time. Inputs whose shape is known in part
 * count only if no other is known: SSD's labels are 1×1×?×8, one list for the whole batch.
 */
export function imageBatch(inputs: readonly Shape[]): number | undefined {
  const images = inputs.flatMap((shape) => (shape?.length === 4 ? [shape] : []));
  const known = images.filter((shape) => !shape.includes(null));
  const sizes = (known.length > 0 ? known : images).map(([size]) => size);
  const [first] = sizes;
  return typeof first === 'number' && first > 1 && sizes.every((size) => size === first) ? first : undefined;
}
