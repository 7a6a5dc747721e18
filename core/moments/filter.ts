/** Convolution and deconvolution: sums over the windows of each position. */
import { bilinearProfile } from '../net/bilinear';
import type { Moments, MomentsInput, Signal } from '../net/signal';
import { coverageOf, type Axis } from './axis';
import { summed, type Sum, type Summed } from './sums';

export interface Filter extends Pick<Sum, 'bottom' | 'outputs' | 'group' | 'weight' | 'bias'> {
  readonly axes: readonly Axis[];
}

/** Wider kernels are not modelled, which bounds the work per axis. */
const mostTaps = 4096;

/** Strides and kernels below 1 are not modelled either. */
function isModelled({ kernel, stride, dilation }: Axis): boolean {
  return kernel >= 1 && kernel <= mostTaps && stride >= 1 && dilation >= 1;
}

function filtered({ axes, ...filter }: Filter): Summed | null {
  if (!axes.every(isModelled)) return null;
  const covered = axes.map(coverageOf);
  const over = (of: 'taps' | 'shared' | 'readers'): number => covered.reduce((product, axis) => product * axis[of], 1);
  return summed({
    ...filter,
    taps: over('taps'),
    shared: over('shared'),
    readers: over('readers'),
    aligned: axes.every(({ stride, reversed }) => stride === 1 && !reversed),
    kernel: kernelOf(filter, axes),
  });
}

/** A bilinear kernel is the same for all channels; where it enlarges, a position sees every `stride`-th value of it. */
function kernelOf({ weight: { distribution } }: Pick<Filter, 'weight'>, axes: readonly Axis[]): Sum['kernel'] {
  if (distribution?.kind !== 'bilinear') return undefined;
  let [sum, squares] = [1, 1];
  for (const { kernel, stride, reversed } of axes.slice(-2)) {
    const values = bilinearProfile(kernel, distribution.centre);
    const period = reversed ? stride : 1;
    sum *= values.reduce((all, value) => all + value, 0) / period;
    squares *= values.reduce((all, value) => all + value * value, 0) / period;
  }
  return { sum, squares };
}

/** Each bottom passes through its own filter to its own top. */
export function filterMoments(input: MomentsInput, of: (bottom: Signal, i: number) => Filter | null): Moments {
  const passed = input.bottoms.map((bottom, i) => {
    const filter = bottom && of(bottom, i);
    return filter ? filtered(filter) : null;
  });
  return {
    tops: passed.map((each) => each?.top ?? null),
    backward: (tops) => passed.map((each, i) => (each && tops[i] ? each.back(tops[i]) : null)),
  };
}
