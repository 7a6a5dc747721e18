/**
 * Caffe's legacy view of a blob as num × channels × height × width: missing axes count as 1, and more than 4 axes are
 * rejected (blob.hpp, LegacyShape).
 */
import type { Problem } from '../../problems';
import type { SetUpInput } from '../../net/rules';
import { formatShape, type Dim, type Shape } from '../../net/shape';
import { atBottom } from './at';

export const dimensions = ['num', 'channels', 'height', 'width'] as const;
export type Dimension = (typeof dimensions)[number];

/** One of the four dimensions; null where it is unknown. */
export function legacyDim(shape: Shape | undefined, dimension: Dimension): Dim {
  if (!shape) return null;
  const axis = dimensions.indexOf(dimension);
  return axis < shape.length ? (shape[axis] ?? null) : 1;
}

/** A shape with its missing axes added. */
export function fourAxes(shape: Shape | undefined): Shape {
  return shape ? dimensions.map((dimension) => legacyDim(shape, dimension)) : null;
}

/** Problems at the bottoms with the given indices that have more than four axes. */
export function legacyProblems({ layer, bottoms }: SetUpInput, indices: readonly number[]): readonly Problem[] {
  return indices.flatMap((index) => {
    const shape = bottoms[index];
    return shape && shape.length > 4
      ? [atBottom(layer, index, 'layer/legacy-axes', { shape: formatShape(shape) })]
      : [];
  });
}

/** A problem at the bottom if one of these dimensions is not 1. */
export function legacyOnes(input: SetUpInput, bottom: number, ones: readonly Dimension[]): readonly Problem[] {
  const tooMany = legacyProblems(input, [bottom]);
  if (tooMany.length > 0) return tooMany;
  const shape = input.bottoms[bottom] ?? null;
  for (const axis of ones) {
    const dim = legacyDim(shape, axis);
    if (dim === null || dim === 1) continue;
    return [atBottom(input.layer, bottom, 'layer/not-one', { axis, shape: formatShape(shape) })];
  }
  return [];
}
