/** Integrals against the normal distribution: quadrature, the cumulative distribution. */

interface Rule {
  readonly nodes: readonly number[];
  readonly probabilities: readonly number[];
}

/**
 * Midpoints of steps from −7 to 7, each with its probability: exact to rounding for smooth functions, and accurate enough
 * for a function with a kink at 0.
 */
function ruleOf(steps: number): Rule {
  const nodes = Array.from({ length: steps }, (_, i) => -7 + (14 * (i + 0.5)) / steps);
  const densities = nodes.map((z) => Math.exp(-0.5 * z * z));
  const sum = densities.reduce((total, density) => total + density, 0);
  return { nodes, probabilities: densities.map((density) => density / sum) };
}

const fine = ruleOf(280);

/** E[f(u)] for u normal; f may be discontinuous. */
export function expectation(f: (u: number) => number, mean: number, variance: number): number {
  if (!(variance > 0)) return f(mean);
  const std = Math.sqrt(variance);
  let sum = 0;
  for (let i = 0; i < fine.nodes.length; i++)
    sum += (fine.probabilities[i] as number) * f(mean + std * (fine.nodes[i] as number));
  return sum;
}

/** For moments, of which each part needs several. */
export const standard = ruleOf(140);

/** Φ(z), to 1e-7 (Abramowitz and Stegun 26.2.17). */
export function cumulative(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    0.3989422804014327 *
    Math.exp(-0.5 * z * z) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

/** z with Φ(z) = p, by Newton's method. */
export function quantile(p: number): number {
  let z = 0;
  for (let i = 0; i < 60; i++) {
    const slope = 0.3989422804014327 * Math.exp(-0.5 * z * z);
    const step = (cumulative(z) - p) / Math.max(slope, 1e-3);
    z -= Math.max(-1, Math.min(1, step));
    if (Math.abs(step) < 1e-7) break;
  }
  return z;
}
