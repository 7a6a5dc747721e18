/** Integrals against the normal distribution: quadrature, Hermite coefficients, the cumulative distribution. */

interface Rule {
  readonly nodes: readonly number[];
  readonly probabilities: readonly number[];
}

/** Nodes with heₙ(z)/√n! at each, one row per n. */
export interface Grid extends Rule {
  readonly hermite: readonly Float64Array[];
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

const order = 10;

export const standard = gridOf(140);

function gridOf(steps: number): Grid {
  const rule = ruleOf(steps);
  const hermite: Float64Array[] = [];
  for (let n = 0; n <= order; n++) {
    const row = new Float64Array(steps);
    rule.nodes.forEach((z, i) => {
      const [one, two] = [hermite[n - 1]?.[i] ?? 0, hermite[n - 2]?.[i] ?? 0];
      row[i] = n === 0 ? 1 : (z * one - Math.sqrt(n - 1) * two) / Math.sqrt(n);
    });
    hermite.push(row);
  }
  return { ...rule, hermite };
}

/** Squares of a function's Hermite coefficients: E[f(u)f(v)] = Σ squares[n]·ρⁿ for u and v of correlation ρ (Mehler). */
export interface Expansion {
  readonly squares: readonly number[];
}

/**
 * `values` are f at the grid's nodes. The remainder of E[f²] beyond the first orders is attributed to one more order.
 */
export function expand(values: ArrayLike<number>, { nodes, probabilities, hermite }: Grid = standard): Expansion {
  let left = 0;
  for (let i = 0; i < nodes.length; i++) left += (probabilities[i] as number) * (values[i] as number) ** 2;
  const squares: number[] = [];
  for (const row of hermite) {
    let coefficient = 0;
    for (let i = 0; i < nodes.length; i++)
      coefficient += (probabilities[i] as number) * (values[i] as number) * (row[i] as number);
    squares.push(coefficient * coefficient);
    left -= coefficient * coefficient;
  }
  squares.push(Math.max(0, left));
  return { squares };
}

export function productAt({ squares }: Expansion, correlation: number): number {
  let sum = 0;
  for (let n = squares.length - 1; n >= 0; n--) sum = sum * correlation + (squares[n] as number);
  return sum;
}

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
