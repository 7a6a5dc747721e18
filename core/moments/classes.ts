/** Outputs with different numbers of connections: with few on average, some have more than others, and some none. */
import type { ParamMoments, Part } from '../net/signal';

/** Above this average number of connections, outputs differ too little to matter. */
const few = 12;

export interface Classes {
  readonly parts: readonly Part[];
  /** The gradient that each part passes down, relative to the mean. */
  readonly weights: readonly number[] | undefined;
}

/**
 * A sparse filler keeps each weight independently with some probability, so an output's number of inputs is binomial.
 * Returns one part for each likely number, with its variance in proportion; with many connections, the part unchanged.
 */
export function byConnections(part: Part, weight: ParamMoments, inputs: number): Classes {
  const { distribution } = weight;
  if (distribution?.kind !== 'sparseNormal' || part.near) return { parts: [part], weights: undefined };
  const expected = inputs * distribution.density;
  if (!(expected > 0) || expected > few) return { parts: [part], weights: undefined };
  const parts: Part[] = [];
  const weights: number[] = [];
  const biased = part.variance > 0 ? 1 / expected : 0;
  for (let n = 0; n <= inputs && n <= 4 * few; n++) {
    const channels = part.channels * binomial(inputs, n, distribution.density);
    if (channels < 1e-4 * part.channels) continue;
    const factor = n * biased;
    weights.push(n / expected);
    parts.push({
      ...part,
      channels,
      variance: part.variance * factor,
      common: part.common * factor,
      across: part.across * factor,
    });
  }
  return { parts, weights };
}

function binomial(n: number, k: number, p: number): number {
  if (p >= 1) return k === n ? 1 : 0;
  let log = k * Math.log(p) + (n - k) * Math.log1p(-p);
  for (let i = 0; i < k; i++) log += Math.log((n - i) / (i + 1));
  return Math.exp(log);
}
