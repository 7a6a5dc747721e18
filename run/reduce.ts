/** Summary statistics of a blob's values. */
import { shortestFloat32 } from '#core/numbers';

export interface Reduced {
  readonly n: number;
  readonly mean: number;
  /** Mean of the squares. */
  readonly m2: number;
  readonly min: number;
  readonly max: number;
  /** Up to 16 values, at the indices ⌊i · (n − 1) / 15⌋; all values if there are fewer. */
  readonly at: readonly number[];
}

const places = 16;

/** If there are no values, `n` is 0 and the other numbers have no meaning. */
export function reduced(values: Float32Array): Reduced {
  const n = values.length;
  let sum = 0;
  let squares = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    sum += value;
    squares += value * value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const at = Array.from(
    { length: Math.min(places, n) },
    (_, i) => values[n <= places ? i : Math.floor((i * (n - 1)) / (places - 1))] ?? NaN,
  );
  return {
    n,
    mean: n === 0 ? 0 : sum / n,
    m2: n === 0 ? 0 : squares / n,
    min: n === 0 ? 0 : min,
    max: n === 0 ? 0 : max,
    at,
  };
}

/** As a float32, or the name of what JSON has no number for. */
export function plainNumber(value: number): number | 'nan' | 'inf' | '-inf' {
  if (Number.isNaN(value)) return 'nan';
  const float = shortestFloat32(value);
  return Number.isFinite(float) ? float : float > 0 ? 'inf' : '-inf';
}
