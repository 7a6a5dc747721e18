/**
 * Blobs as forks of old see them: num, channels, height and width, where missing axes count as 1 and a fifth stops Caffe
 * (blob.hpp, LegacyShape).
 */
import type { SetUpInput } from '../../net/rules';
import { formatShape, type Dim, type Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { atBottom } from '../at';

export const dimensions = ['num', 'channels', 'height', 'width'] as const;
export type Dimension = (typeof dimensions)[number];

/** One of the four; null where nothing is known. */
export function legacy(shape: Shape | undefined, dimension: Dimension): Dim {
  if (!shape) return null;
  const axis = dimensions.indexOf(dimension);
  return axis < shape.length ? (shape[axis] ?? null) : 1;
}

/** A shape with its missing axes. */
export function fourAxes(shape: Shape | undefined): Shape {
  return shape ? dimensions.map((dimension) => legacy(shape, dimension)) : null;
}

/** At the bottoms that have more than four axes, of those at the indices. */
export function legacyProblems({ layer, bottoms }: SetUpInput, indices: readonly number[]): readonly Problem[] {
  return indices.flatMap((index) => {
    const shape = bottoms[index];
    return shape && shape.length > 4 ? [atBottom(layer, index, 'layer/legacy-axes', { axes: shape.length, shape: formatShape(shape) })] : [];
  });
}

/** A bottom's dimension that has to be a certain number. */
export function needsSize({ layer, bottoms }: SetUpInput, index: number, dimension: Dimension, expected: Dim): readonly Problem[] {
  const found = legacy(bottoms[index], dimension);
  if (found === null || expected === null || found === expected) return [];
  return [atBottom(layer, index, 'fork/bottom-size', { dimension, found, expected })];
}

/** A bottom whose dimensions have to be those of another. */
export function needsSame({ layer, bottoms }: SetUpInput, index: number, other: number, which: readonly Dimension[]): readonly Problem[] {
  return which.flatMap((dimension) => {
    const found = legacy(bottoms[index], dimension);
    const expected = legacy(bottoms[other], dimension);
    if (found === null || expected === null || found === expected) return [];
    return [atBottom(layer, index, 'fork/bottoms-differ', { dimension, found, expected, other: layer.bottoms[other]?.name ?? '' })];
  });
}
