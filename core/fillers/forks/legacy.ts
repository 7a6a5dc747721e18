/**
 * The fillers of forks that branched before 2016. They read sizes as num and channels, so missing axes count as 1 and
 * more than four axes abort (filler.hpp, blob.hpp).
 */
import type { FillInput, FillerRule } from '../../net/rules';
import { count, formatShape, type Dim, type Shape } from '../../net/shape';
import { oldBilinear } from './bilinear';
import { msra } from '../msra';
import { positiveUnitball } from '../positive-unitball';
import { xavier } from '../xavier';

export function legacy(rule: FillerRule): FillerRule {
  return {
    ...rule,
    fill: (input) => {
      const filled = rule.fill(withFourAxes(input));
      const { shape, span } = input;
      if (shape === null || shape.length <= 4) return filled;
      return {
        ...filled,
        problems: [
          ...filled.problems,
          { code: 'fork/filler-axes', span, args: { filler: rule.type, shape: formatShape(shape) } },
        ],
      };
    },
  };
}

export const legacyFillers: readonly FillerRule[] = [
  legacy(xavier),
  legacy(msra),
  legacy(positiveUnitball),
  oldBilinear,
];

function withFourAxes(input: FillInput): FillInput {
  const { shape } = input;
  if (shape === null || shape.length > 4) return input;
  const four: Shape = [...shape, ...Array.from({ length: 4 - shape.length }, () => 1)];
  return { ...input, shape: four, fanIn: per(four, 0), fanOut: per(four, 1) };
}

function per(shape: readonly Dim[], axis: number): Dim {
  return count([...shape.slice(0, axis), ...shape.slice(axis + 1)]);
}
