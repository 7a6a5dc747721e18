/**
 * Caffe's old way to see a blob as num × channels × height × width: axes that it lacks count as 1, and one of more than 4
 * axes is refused (blob.hpp, LegacyShape).
 */
import type { Problem } from '../problems';
import type { SetUpInput } from '../net/rules';
import { formatShape, type Dim, type Shape } from '../net/shape';
import { atBottom } from './at';

export type LegacyAxis = 'num' | 'channels' | 'height' | 'width';

const order: readonly LegacyAxis[] = ['num', 'channels', 'height', 'width'];

/** `num` is 0, `width` 3. */
export function legacyDim(shape: Shape, index: number): Dim {
  if (shape === null) return null;
  return index < shape.length ? (shape[index] ?? null) : 1;
}

export function legacyAxes({ layer, bottoms }: SetUpInput, bottom: number): readonly Problem[] {
  const shape = bottoms[bottom] ?? null;
  if (shape === null || shape.length <= 4) return [];
  return [atBottom(layer, bottom, 'layer/legacy-axes', { axes: shape.length, shape: formatShape(shape) })];
}

/** A problem at the bottom if one of these dimensions is not 1. */
export function legacyOnes(input: SetUpInput, bottom: number, axes: readonly LegacyAxis[]): readonly Problem[] {
  const tooMany = legacyAxes(input, bottom);
  if (tooMany.length > 0) return tooMany;
  const shape = input.bottoms[bottom] ?? null;
  for (const axis of axes) {
    const dim = legacyDim(shape, order.indexOf(axis));
    if (dim === null || dim === 1) continue;
    return [atBottom(input.layer, bottom, 'layer/not-one', { axis, dim, shape: formatShape(shape) })];
  }
  return [];
}
