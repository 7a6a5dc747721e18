/** A factor or term for each channel, or a random factor for each value. */
import type { Gradient, Moments, ParamMoments, Part, Signal } from '../net/signal';
import { plainly, throughPointwise } from './gradient';
import { normalPart, settled } from './part';
import { plus, pointwise, times } from './pointwise';

/** y = γ · x + b with γ and b drawn per channel. Null where they are not known. */
export function channelwise(
  bottom: Signal,
  factor: ParamMoments | undefined,
  term: ParamMoments | undefined,
): Moments | null {
  const scale = known(factor, 1);
  const shift = known(term, 0);
  if (!scale || !shift) return null;
  const gain = scale.mean ** 2 + scale.variance;
  const top =
    scale.variance === 0 && shift.variance === 0 ? fixed(bottom, scale.mean, shift.mean) : drawn(bottom, scale, shift);
  return {
    tops: [top],
    backward: ([gradient = null]) => [
      gradient &&
        (scale.variance === 0 && shift.variance === 0
          ? throughPointwise(gradient, bottom, () => times(scale.mean))
          : plainly(gradient, top.parts, gain)),
    ],
  };
}

function fixed(bottom: Signal, factor: number, term: number): Signal {
  if (factor === 1 && term === 0) return bottom;
  const scaled = factor === 1 ? bottom : pointwise(bottom, () => times(factor));
  return term === 0 ? scaled : pointwise(scaled, () => plus(term));
}

interface Drawn {
  readonly mean: number;
  readonly variance: number;
}

function drawn(bottom: Signal, scale: Drawn, shift: Drawn): Signal {
  const gain = scale.mean ** 2 + scale.variance;
  const parts = bottom.parts.map((part): Part => {
    const plain = settled(part);
    const rest = scale.variance * plain.mean ** 2 + shift.variance;
    return normalPart({
      channels: plain.channels,
      mean: scale.mean * plain.mean + shift.mean,
      variance: gain * plain.variance + rest,
      common: gain * plain.common + rest,
      across: scale.mean ** 2 * plain.across,
    });
  });
  return { parts };
}

function known(param: ParamMoments | undefined, fallback: number): Drawn | undefined {
  if (!param) return { mean: fallback, variance: 0 };
  return param.mean === null || param.std === null ? undefined : { mean: param.mean, variance: param.std ** 2 };
}

/**
 * Each value is dropped with this probability, and the others are scaled up: the mean is unchanged, the second moment
 * grows.
 */
export function dropped(bottom: Signal, ratio: number): Moments {
  const noise = 1 / (1 - ratio);
  const parts = bottom.parts.map((part): Part => ({ ...part, noise: part.noise * noise }));
  const top: Signal = { parts };
  const back = (gradient: Gradient): Gradient => ({
    flows: gradient.flows.map((flow) => ({ ...flow, base: flow.base * noise, coherence: flow.coherence / noise })),
  });
  return { tops: [top], backward: ([gradient = null]) => [gradient && back(gradient)] };
}
