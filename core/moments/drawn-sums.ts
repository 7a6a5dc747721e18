/**
 * Sums with weights that have been drawn: each output's mean is Σ w · E[x], and its variance Σ w² · Var(x), over inputs that
 * vary independently of each other.
 */
import type { Channels, ParamMoments, Signal } from '../net/signal';
import { tapRuns, type Axis } from './axis';
import type { ChannelMoments } from './drawn';
import { momentsOf } from './part';

/** Undefined where the weights, or the channels of the bottom, are not known one by one. */
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
  const inputs = knownChannels(bottom);
  if (!weights || !inputs || axes.some(({ reversed }) => reversed)) return undefined;
  const runs = runsOf(axes);
  const taps = axes.reduce((product, { kernel }) => product * kernel, 1);
  const perGroup = inputs.means.length / group;
  if (!runs || weights.length !== outputs * perGroup * taps) return undefined;
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
    const offset = valueOf(bias, o);
    let [mean, second, within] = [0, 0, 0];
    for (const { share, taps: seen } of runs) {
      let [sum, squares] = [offset, 0];
      for (const k of seen) {
        sum += ofTap[k] as number;
        squares += squareOfTap[k] as number;
      }
      mean += share * sum;
      second += share * sum * sum;
      within += share * squares;
    }
    channels.means[o] = mean;
    channels.variances[o] = Math.max(0, second - mean * mean) + within;
  }
  return channels;
}

/** `transposed`: a row of weights an input instead of one an output. */
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
  const from = knownChannels(bottom);
  const places = from ? inputs / from.means.length : 0;
  if (!weights || !from || weights.length !== inputs * outputs || !Number.isInteger(places)) return undefined;
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

/** E[y] and Var(y) of a signal's channels; undefined where the means of some are left to luck. */
function knownChannels({ parts }: Signal): Channels | undefined {
  const all = parts.map((part) => ({ part, moments: momentsOf(part) }));
  if (
    all.some(({ part, moments }) => !part.drawn && !isSure(moments.product(part.common), moments.mean, moments.second))
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

/** All channels have the same mean: what two places far apart have in common is its square. */
function isSure(far: number, mean: number, second: number): boolean {
  return far - mean * mean <= 1e-6 * second;
}

interface Run {
  /** Of the places. */
  readonly share: number;
  readonly taps: readonly number[];
}

/** Places by the taps that fall on the bottom there: all of them inside, fewer at the borders. */
function runsOf(axes: readonly Axis[]): readonly Run[] | undefined {
  let runs: readonly Run[] = [{ share: 1, taps: [0] }];
  for (const axis of axes) {
    const own = tapRuns(axis);
    if (!own) return undefined;
    runs = runs.flatMap(({ share, taps }) =>
      own.map((run) => ({
        share: share * run.share,
        taps: taps.flatMap((tap) =>
          Array.from({ length: run.to - run.from }, (_, k) => tap * axis.kernel + run.from + k),
        ),
      })),
    );
  }
  return runs;
}
