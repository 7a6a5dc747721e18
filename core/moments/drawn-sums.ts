/**
 * Sums with weights of an actual draw: each output's mean is Σ w · E[x], and its variance Σ w² · Var(x), over inputs
 * that vary independently of each other.
 */
import type { Channels, ParamMoments, Signal } from '../net/signal';
import { tapRuns, type Axis, type TapRun } from './axis';
import { mostChannels, type ChannelMoments } from './drawn';
import { channelsOf, momentsOf } from './part';

/**
 * Undefined where the weights, or the moments of the bottom's channels, are not known individually, and for more
 * channels than `mostChannels`.
 */
export function drawnFilter(
  bottom: Signal,
  axes: readonly Axis[],
  facts: {
    readonly outputs: number;
    readonly group: number;
    readonly weight: ParamMoments;
    readonly bias: ParamMoments | undefined;
  },
): Channels | undefined {
  const { outputs, group, weight, bias } = facts;
  const weights = weight.values;
  const taps = axes.reduce((product, { kernel }) => product * kernel, 1);
  const perGroup = channelsOf(bottom) / group;
  if (!weights || outputs > mostChannels || weights.length !== outputs * perGroup * taps) return undefined;
  const inputs = axes.some(({ reversed }) => reversed) ? undefined : knownChannels(bottom);
  const runs = inputs && runsOf(axes, taps);
  if (!inputs || !runs) return undefined;
  const channels = { means: new Float64Array(outputs), variances: new Float64Array(outputs) };
  const ofTap = new Float64Array(taps);
  const squareOfTap = new Float64Array(taps);
  for (let o = 0; o < outputs; o++) {
    const first = Math.floor((o * group) / outputs) * perGroup;
    for (let k = 0; k < taps; k++) {
      let [sum, squares] = [0, 0];
      for (let c = 0, at = o * perGroup * taps + k; c < perGroup; c++, at += taps) {
        const w = weights[at] as number;
        sum += w * (inputs.means[first + c] as number);
        squares += w * w * (inputs.variances[first + c] as number);
      }
      ofTap[k] = sum;
      squareOfTap[k] = squares;
    }
    const [sums, squares] = [overRuns(ofTap, axes, runs.axes), overRuns(squareOfTap, axes, runs.axes)];
    const offset = valueOf(bias, o);
    let [mean, second, within] = [0, 0, 0];
    for (let r = 0; r < runs.shares.length; r++) {
      const share = runs.shares[r] as number;
      const sum = offset + (sums[r] as number);
      mean += share * sum;
      second += share * sum * sum;
      within += share * (squares[r] as number);
    }
    channels.means[o] = mean;
    channels.variances[o] = Math.max(0, second - mean * mean) + within;
  }
  return channels;
}

/** `transposed`: one row of weights per input instead of per output. */
export function drawnDense(
  bottom: Signal,
  facts: {
    readonly inputs: number;
    readonly outputs: number;
    readonly weight: ParamMoments;
    readonly bias: ParamMoments | undefined;
    readonly transposed: boolean;
  },
): Channels | undefined {
  const { inputs, outputs, weight, bias, transposed } = facts;
  const weights = weight.values;
  const places = inputs / channelsOf(bottom);
  if (!weights || outputs > mostChannels || weights.length !== inputs * outputs || !Number.isInteger(places))
    return undefined;
  const from = knownChannels(bottom);
  if (!from) return undefined;
  const [step, stride] = transposed ? [outputs, 1] : [1, inputs];
  const channels = { means: new Float64Array(outputs), variances: new Float64Array(outputs) };
  for (let o = 0; o < outputs; o++) {
    let [mean, variance] = [valueOf(bias, o), 0];
    for (let c = 0, at = o * stride; c < from.means.length; c++) {
      let [sum, squares] = [0, 0];
      for (let p = 0; p < places; p++, at += step) {
        const w = weights[at] as number;
        sum += w;
        squares += w * w;
      }
      mean += sum * (from.means[c] as number);
      variance += squares * (from.variances[c] as number);
    }
    channels.means[o] = mean;
    channels.variances[o] = variance;
  }
  return channels;
}

function valueOf(bias: ParamMoments | undefined, output: number): number {
  return bias?.values?.[output] ?? bias?.mean ?? 0;
}

/**
 * E[y] and Var(y) of a signal's channels, of which there are no more than weights; undefined where the means of some
 * are random.
 */
function knownChannels({ parts }: Signal): Channels | undefined {
  const all = parts.map((part) => ({ part, moments: momentsOf(part) }));
  if (
    all.some(
      ({ part, moments }) => !part.drawn && !hasOneMean(moments.product(part.common), moments.mean, moments.second),
    )
  )
    return undefined;
  if (all.some(({ part }) => !part.drawn && !Number.isInteger(part.channels))) return undefined;
  const count = all.reduce((sum, { part }) => sum + part.channels, 0);
  const found = { means: new Float64Array(count), variances: new Float64Array(count) };
  let at = 0;
  for (const { part, moments } of all) {
    for (let c = 0; c < part.channels; c++, at++) {
      const [mean, second] = ofChannel(moments.channels, c) ?? [moments.mean, moments.second / part.noise];
      found.means[at] = mean;
      found.variances[at] = Math.max(0, second * part.noise - mean * mean);
    }
  }
  return found;
}

function ofChannel(
  channels: ChannelMoments | undefined,
  c: number,
): readonly [mean: number, second: number] | undefined {
  return channels && [channels.first[c] as number, channels.second[c] as number];
}

/** True where all channels have the same mean: then the second moment of two distant positions is its square. */
function hasOneMean(far: number, mean: number, second: number): boolean {
  return far - mean * mean <= 1e-6 * second;
}

/** Positions grouped by the taps that fall on the bottom there: all taps inside, fewer at the borders. */
interface Runs {
  readonly axes: readonly (readonly TapRun[])[];
  /** The fraction of positions for each combination of one run per axis; the runs of the last axis vary fastest. */
  readonly shares: Float64Array;
}

/** Undefined where there are many more runs than taps, so that the work stays proportional to the number of weights. */
function runsOf(axes: readonly Axis[], taps: number): Runs | undefined {
  const found: (readonly TapRun[])[] = [];
  let shares = [1];
  let widest = 1;
  for (const axis of axes) {
    const own = tapRuns(axis);
    widest *= Math.max(axis.kernel, own?.length ?? 0);
    if (!own || widest > mostRuns * taps) return undefined;
    found.push(own);
    shares = shares.flatMap((share) => own.map((run) => share * run.share));
  }
  return { axes: found, shares: Float64Array.from(shares) };
}

/**
 * Padding by half a kernel on both sides makes as many runs as taps per axis; a kernel of 1 with padding makes three.
 */
const mostRuns = 32;

/**
 * For each combination of one run per axis, the sum of the values of its taps. Computed axis by axis, from the last.
 */
function overRuns(ofTap: Float64Array, axes: readonly Axis[], runs: Runs['axes']): Float64Array {
  let values = ofTap;
  // Number of consecutive values per position of the axes up to this one: the runs of the later axes.
  let width = 1;
  for (let axis = axes.length - 1; axis >= 0; axis--) {
    const own = runs[axis] ?? [];
    const kernel = axes[axis]?.kernel ?? 1;
    values = alongAxis(values, kernel, width, own);
    width *= own.length;
  }
  return values;
}

function alongAxis(values: Float64Array, kernel: number, width: number, runs: readonly TapRun[]): Float64Array {
  const rows = values.length / (kernel * width);
  const sums = new Float64Array(rows * runs.length * width);
  const upTo = new Float64Array(kernel + 1);
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < width; at++) {
      for (let k = 0; k < kernel; k++)
        upTo[k + 1] = (upTo[k] as number) + (values[(row * kernel + k) * width + at] as number);
      for (let r = 0; r < runs.length; r++) {
        const { from, to } = runs[r] as TapRun;
        sums[(row * runs.length + r) * width + at] = (upTo[to] as number) - (upTo[from] as number);
      }
    }
  }
  return sums;
}
