/**
 * Sums of a bottom's values with independently drawn weights: convolution and deconvolution.
 *
 * With weights of mean 0 and variance σ² a value of the top has the variance σ² · n · E[x²] over n inputs (Glorot and
 * Bengio 2010, He et al. 2015): the second moment, since the inputs' mean is not 0 after a ReLU. Two positions of the
 * top use the same weights, so their covariance is σ² · n · E[x·x′] of the positions that they see. A nonzero mean of
 * the weights adds a sum that is the same for all outputs.
 */
import { bilinearProfile } from '../net/bilinear';
import type { Gradient, Moments, MomentsInput, ParamMoments, Part, Signal } from '../net/signal';
import { backwardCoverage, forwardCoverage, type Axis } from './axis';
import { coherenceOf, secondOf, uniform } from './gradient';
import { nearTable } from './near';
import { normalPart, signalMoments, valueProfiles, type SignalMoments } from './part';

export interface Filter {
  readonly bottom: Signal;
  readonly axes: readonly Axis[];
  readonly outputs: number;
  readonly group: number;
  readonly weight: ParamMoments;
  readonly bias: ParamMoments | undefined;
}

/** Wider kernels are not modelled, which bounds the work per axis. */
const mostTaps = 4096;

/** Strides and kernels below 1 are not modelled either. */
function isModelled({ kernel, stride, dilation }: Axis): boolean {
  return kernel >= 1 && kernel <= mostTaps && stride >= 1 && dilation >= 1;
}

/**
 * The top, and a function from its gradient to the bottom's. Null where the weights are not known, or a kernel is not
 * modelled.
 */
function filtered(filter: Filter): { readonly top: Signal; readonly back: (gradient: Gradient) => Gradient } | null {
  const { bottom, axes, outputs, group, weight, bias } = filter;
  const known = axes.every(isModelled) ? weightsOf(weight, bias) : undefined;
  if (!known) return null;
  const sums = signalMoments(bottom);
  const profiles = valueProfiles(bottom);
  const covered = axes.map((axis, i) => forwardCoverage(axis, profiles[i]));
  const inputs = sums.channels / group;
  const taps = covered.reduce((product, axis) => product * axis.taps, 1);
  const shared = covered.reduce((product, axis) => product * axis.shared, 1);
  const drawn = known.variance * inputs * typical(sums);
  const random = drawn * taps;
  const fixed = fixedSum(filter, known, sums);
  const { shiftOf } = shiftsOf(axes);
  const common = drawn * Math.min(taps, shared) * sums.far + fixed.common + known.biasVariance;
  const near = nearTable(common, (dy, dx) => {
    const [y, x] = [shiftOf(0, dy), shiftOf(1, dx)];
    const seen = y === null || x === null ? 0 : random * sums.at(y, x);
    return (dy + dx === 0 ? random * sums.second : seen) + fixed.at(dy, dx) + known.biasVariance;
  });
  const part: Part = normalPart({
    channels: outputs,
    mean: fixed.mean + known.biasMean,
    variance: random * sums.second + fixed.at(0, 0) + known.biasVariance,
    common,
    across: fixed.across,
    near,
  });
  const top: Signal = { parts: [part], profiles: covered.map(({ profile }) => profile) };
  const secondOfWeight = known.variance + known.squaredMean;
  const back = (gradient: Gradient): Gradient => {
    const returned = axes.map((axis, i) => backwardCoverage(axis, gradient.profiles[i]));
    const paths = returned.reduce((product, axis) => product * axis.taps, outputs / group);
    const aligned = axes.every(({ stride, reversed }) => stride === 1 && !reversed);
    const coherence = aligned ? coherenceOf(gradient, top.parts) : 0;
    return uniform(
      secondOf(gradient, top.parts) * secondOfWeight * paths,
      returned.map(({ profile }) => profile),
      coherence,
    );
  };
  return { top, back };
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

/**
 * The second moment of few channels, most of which a single weight vector can set to 0, is usually below its mean over
 * all draws. Returns the median of a log-normal distribution with the same mean and scatter, relative to the mean.
 */
export function typical({ scatter }: Pick<SignalMoments, 'scatter'>): number {
  return 1 / Math.sqrt(1 + scatter);
}

export interface KnownWeights {
  readonly variance: number;
  readonly mean: number;
  /** E[w]² averaged over the taps. */
  readonly squaredMean: number;
  readonly biasMean: number;
  readonly biasVariance: number;
  /** The kernel along an axis of this size, for fixed weights; the mean weight is the product over the axes. */
  readonly kernel: ((size: number) => readonly number[]) | undefined;
}

export function weightsOf(weight: ParamMoments, bias: ParamMoments | undefined): KnownWeights | undefined {
  if (weight.mean === null || weight.std === null || (bias && (bias.mean === null || bias.std === null)))
    return undefined;
  // The identity filler connects channels deterministically, so sums over random weights don't apply.
  if (weight.distribution?.kind === 'identity') return undefined;
  const shared = { biasMean: bias?.mean ?? 0, biasVariance: (bias?.std ?? 0) ** 2, mean: weight.mean };
  if (weight.distribution?.kind === 'bilinear') {
    const { centre } = weight.distribution;
    return {
      ...shared,
      variance: 0,
      squaredMean: weight.mean ** 2 + weight.std ** 2,
      kernel: (size) => bilinearProfile(size, centre),
    };
  }
  return { ...shared, variance: weight.std ** 2, squaredMean: weight.mean ** 2, kernel: undefined };
}

interface FixedSum {
  readonly mean: number;
  readonly common: number;
  readonly across: number;
  readonly at: (dy: number, dx: number) => number;
}

const nothing: FixedSum = { mean: 0, common: 0, across: 0, at: () => 0 };

/** The sum of the non-random part of the weights: a bilinear kernel, or the mean of random weights. */
function fixedSum({ axes, group }: Filter, { mean, kernel }: KnownWeights, sums: SignalMoments): FixedSum {
  if (mean === 0 && !kernel) return nothing;
  const inputs = sums.channels / group;
  const [first = 1, ...rest] = [kernel ? 1 : mean, ...axes.slice(0, -2).map(({ kernel: size }) => size)];
  const scale = rest.reduce((product, size) => product * size, first);
  const planes = axes.slice(-2).map((axis) => {
    const values = kernel?.(axis.kernel) ?? new Float64Array(axis.kernel).fill(1);
    return { mean: total(values) / period(axis), lags: cachedBy((shift: number) => lagsOf(axis, values, shift)) };
  });
  const squared = sums.mean ** 2;
  const own = (dy: number, dx: number): number => {
    const [rows, columns] = [planes[0]?.lags(dy) ?? sameValue, planes[1]?.lags(dx) ?? sameValue];
    // Beyond the reach all pairs of values have the same covariance.
    let sum = rows.total * columns.total * (sums.far - squared);
    for (let y = -sums.reach; y <= sums.reach; y++) {
      const row = rows.at(y);
      if (row === 0) continue;
      for (let x = -sums.reach; x <= sums.reach; x++)
        sum += row * columns.at(x) * (sums.at(Math.abs(y), Math.abs(x)) - sums.far);
    }
    return sum * scale * scale;
  };
  const weight = planes.reduce((product, { mean: ofPlane }) => product * ofPlane, 1) * scale;
  const variance = sums.at(0, 0) - squared;
  const correlation = variance > 0 ? Math.max(0, sums.across - squared) / variance : 0;
  const among = inputs + inputs * (inputs - 1) * correlation;
  const at = (dy: number, dx: number): number => own(dy, dx) * among;
  return {
    mean: inputs * weight * sums.mean,
    common: among * weight * weight * (sums.far - squared),
    across: group === 1 ? at(0, 0) : own(0, 0) * inputs * inputs * correlation,
    at,
  };
}

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k] as number;
  return sum;
}

function cachedBy<Value>(of: (key: number) => Value): (key: number) => Value {
  const kept = new Map<number, Value>();
  return (key) => {
    let value = kept.get(key);
    if (value === undefined) kept.set(key, (value = of(key)));
    return value;
  };
}

function period({ stride, reversed }: Axis): number {
  return reversed ? stride : 1;
}

/**
 * The number of pairs of values seen by two positions of the top, by their distance in the bottom, weighted by both
 * values.
 */
export interface Lags {
  /** Over all distances. */
  readonly total: number;
  readonly at: (distance: number) => number;
}

const sameValue: Lags = { total: 1, at: (distance) => (distance === 0 ? 1 : 0) };

/**
 * For a position and the one `shift` after it: taps k and k + m of the kernel are m · dilation − shift · stride apart,
 * in steps of the bottom. A position of a reversed filter only sees each `stride`-th tap; then this is the mean over
 * the positions.
 */
export function lagsOf(axis: Axis, values: ArrayLike<number>, shift: number): Lags {
  const { stride, dilation, reversed } = axis;
  const at = (distance: number): number => {
    const m = Math.abs(reversed ? shift - distance * stride : distance - shift * stride) / dilation;
    return Number.isInteger(m) ? productsOf(values, m) / period(axis) : 0;
  };
  return { total: reversed ? pairsByRest(axis, values, shift) / stride : total(values) ** 2, at };
}

/** Σ v[k] · v[k + m] */
function productsOf(values: ArrayLike<number>, m: number): number {
  let sum = 0;
  for (let k = m; k < values.length; k++) sum += (values[k] as number) * (values[k - m] as number);
  return sum;
}

/** Position i of a reversed filter sees the taps whose distance is congruent to i modulo the stride. */
function pairsByRest({ stride, dilation }: Axis, values: ArrayLike<number>, shift: number): number {
  const byRest = new Map<number, number>();
  for (let k = 0; k < values.length; k++) {
    const rest = (k * dilation) % stride;
    byRest.set(rest, (byRest.get(rest) ?? 0) + (values[k] as number));
  }
  let sum = 0;
  for (const [rest, own] of byRest) sum += own * (byRest.get((rest + shift) % stride) ?? 0);
  return sum;
}

/** The distance in the bottom at which two positions of the top apply the same weights; null where they never do. */
function shiftsOf(axes: readonly Axis[]): { readonly shiftOf: (plane: 0 | 1, offset: number) => number | null } {
  const planes = axes.slice(-2);
  return {
    shiftOf: (plane, offset) => {
      const axis = planes[plane];
      if (!axis) return offset;
      if (!axis.reversed) return offset * axis.stride;
      return offset % axis.stride === 0 ? offset / axis.stride : null;
    },
  };
}
