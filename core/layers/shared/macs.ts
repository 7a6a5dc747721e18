/**
 * Multiply–accumulates: products with a learned value (or with a bottom that replaces one) that are added up. Additions
 * alone, comparisons, normalization and activation functions count as none, as in the papers of the nets.
 */
import type { CostInput } from '../../net/cost';
import { count, type Dim } from '../../net/shape';

export const noMacs = (): Dim => 0;

/** One for each value of the top. */
export const oneEach = ({ tops: [top = null] }: CostInput): Dim => count(top);

/** For each value of each top, as many as one row of the weights has values. */
export function rowForEach({ tops, params: [weight = null] }: CostInput): Dim {
  return total(tops.map((top) => product(count(top), weight === null ? null : count(weight, 1))));
}

export function product(a: Dim, b: Dim): Dim {
  if (a === 0 || b === 0) return 0;
  return a === null || b === null ? null : a * b;
}

export function total(all: readonly Dim[]): Dim {
  return all.reduce<Dim>((sum, each) => (sum === null || each === null ? null : sum + each), 0);
}
