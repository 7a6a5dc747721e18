import type { Shape } from '../net/shape';

/**
 * The number of images that a net reads at once, by the shapes of its inputs. Undefined for one image, and where no
 * input has the four axes of images, or they differ: the first axis of sequences is time.
 */
export function imageBatch(inputs: readonly Shape[]): number | undefined {
  const sizes = inputs.flatMap((shape) => (shape?.length === 4 ? [shape[0]] : []));
  const [first] = sizes;
  return typeof first === 'number' && first > 1 && sizes.every((size) => size === first) ? first : undefined;
}
