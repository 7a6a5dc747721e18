/** Conditions of forks' layers on their bottoms' num, channels, height and width. */
import type { SetUpInput } from '../../net/rules';
import { formatShape, type Dim } from '../../net/shape';
import type { Problem } from '../../problems';
import { atBottom } from '../shared/at';
import { legacyDim, type Dimension } from '../shared/legacy';

/** A bottom's dimension that must have a given size. */
export function needsSize(
  { layer, bottoms }: SetUpInput,
  index: number,
  dimension: Dimension,
  expected: Dim,
): readonly Problem[] {
  const found = legacyDim(bottoms[index], dimension);
  if (found === null || expected === null || found === expected) return [];
  return [atBottom(layer, index, 'fork/bottom-size', { dimension, found, expected })];
}

/** A bottom whose dimensions must equal those of another bottom. */
export function needsSame(
  { layer, bottoms }: SetUpInput,
  index: number,
  other: number,
  which: readonly Dimension[],
): readonly Problem[] {
  return which.flatMap((dimension) => {
    const found = legacyDim(bottoms[index], dimension);
    const expected = legacyDim(bottoms[other], dimension);
    if (found === null || expected === null || found === expected) return [];
    return [
      atBottom(layer, index, 'fork/bottoms-differ', {
        dimension,
        found,
        expected,
        other: layer.bottoms[other]?.name ?? '',
      }),
    ];
  });
}

/** The first bottom must have at least as many axes as the layer reads. */
export function tooFewAxes({ layer, bottoms: [data = null] }: SetUpInput, axes: number): readonly Problem[] {
  return data === null || data.length >= axes
    ? []
    : [atBottom(layer, 0, 'fork/too-few-axes', { axes, shape: formatShape(data) })];
}
