/** Fillers of Intel's Caffe (its filler.hpp). */
import { formatNumber } from '../../numbers';
import type { FillInput, FillerRule } from '../../net/rules';
import { formatShape } from '../../net/shape';
import type { Problem } from '../../problems';
import { num } from '../../schema/message';
import { refuseSparse } from '../checks';
import { msra } from '../msra';
import { xavier } from '../xavier';

/** Requires the second axis, whatever `variance_norm` is. */
function ofTwoAxes(rule: FillerRule): FillerRule {
  return {
    ...rule,
    fill: (input) => {
      const filled = rule.fill(input);
      const { shape, span } = input;
      if (shape?.length !== 1) return filled;
      return {
        ...filled,
        problems: [
          ...filled.problems,
          { code: 'fork/filler-one-axis', span, args: { filler: rule.type, shape: formatShape(shape) } },
        ],
      };
    },
  };
}

export const xavierOfTwoAxes: FillerRule = ofTwoAxes(xavier);

/** N(0, scale² · 2 / n). */
export const msraScaled: FillerRule = ofTwoAxes({
  ...msra,
  summary:
    'Values drawn from the normal distribution with std = `scale` · √(2 / n). n is fan_in, or what `variance_norm` says.',
  reads: [...msra.reads, 'scale'],
  initializer: () => undefined,
  fill: (input) => {
    const filled = msra.fill(input);
    const scale = num(input.filler, 'scale');
    if (filled.std === null || scale === 1) return filled;
    const std = Math.fround(filled.std * scale);
    const formula = `std = ${formatNumber(scale)} · √(2 / ${formatNumber(filled.n ?? 0)}) = ${formatNumber(std)}`;
    return { ...filled, distribution: { kind: 'normal', mean: 0, std }, std, formula };
  },
});

/** Fixed kernels for colour images of four sizes, from tables in its gabor.hpp; it takes no random draws. */
export const gabor: FillerRule = {
  type: 'gabor',
  summary: 'Fixed Gabor kernels, for 32 outputs of 5×5, 64 of 7×7, 64 of 3×3 and 96 of 11×11, each of 3 channels.',
  reads: ['sparse'],
  fill: (input) => ({
    distribution: { kind: 'table' },
    n: null,
    mean: null,
    std: null,
    formula: '',
    problems: [...refuseSparse(input, 'gabor'), ...sizeProblems(input)],
  }),
};

const sizes: ReadonlySet<string> = new Set(['32×3×5×5', '64×3×7×7', '64×3×3×3', '96×3×11×11']);

function sizeProblems({ shape, span }: FillInput): readonly Problem[] {
  if (shape === null || shape.includes(null) || sizes.has(formatShape(shape))) return [];
  return [{ code: 'fork/gabor-size', span, args: { shape: formatShape(shape) } }];
}
