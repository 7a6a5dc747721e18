/** Inner products: every output sums all values of the bottom (Glorot and Bengio 2010, equations 5 and 6). */
import type { Gradient, ParamMoments, Signal } from '../net/signal';
import { coherenceOf, secondOf, uniform } from './gradient';
import { normalPart, signalMoments } from './part';
import { byConnections } from './classes';
import { typical, weightsOf } from './filter';

export interface Dense {
  readonly bottom: Signal;
  /** Number of values that each output sums. */
  readonly inputs: number;
  readonly outputs: number;
  readonly weight: ParamMoments;
  readonly bias: ParamMoments | undefined;
  /** Spatial axes of the top, for the profiles. */
  readonly topAxes: number;
  readonly bottomAxes: number;
}

export function dense({
  bottom,
  inputs,
  outputs,
  weight,
  bias,
  topAxes,
  bottomAxes,
}: Dense): { readonly top: Signal; readonly back: (gradient: Gradient) => Gradient } | null {
  const known = weightsOf(weight, bias);
  if (!known) return null;
  const sums = signalMoments(bottom);
  const random = known.variance * inputs * typical(sums);
  // The weights' mean multiplies the sum of all inputs, which is the same for each output.
  const places = Math.max(1, inputs / sums.channels);
  const channels = inputs / places;
  const squared = sums.mean ** 2;
  const covariance = Math.max(0, sums.across - squared);
  const drift = sums.far - squared;
  const ofSum =
    channels * (places * (sums.second - squared) + places * (places - 1) * drift) +
    channels * (channels - 1) * places * covariance;
  const fixed = known.mean ** 2 * ofSum;
  const part = normalPart({
    channels: outputs,
    mean: known.mean * inputs * sums.mean + known.biasMean,
    variance: random * sums.second + fixed + known.biasVariance,
    common: random * sums.far + known.mean ** 2 * channels * places * places * drift + known.biasVariance,
    across: fixed,
  });
  const { parts, weights } = byConnections(part, weight, inputs);
  const top: Signal = { parts, profiles: Array.from({ length: topAxes }, () => undefined) };
  const back = (gradient: Gradient): Gradient =>
    uniform(
      secondOf(gradient, parts, weights) * (known.variance + known.squaredMean) * outputs,
      Array.from({ length: bottomAxes }, () => undefined),
      places === 1 ? coherenceOf(gradient, parts) : 0,
    );
  return { top, back };
}
