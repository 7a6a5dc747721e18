/** The maximum of n standard normal values: order statistics, by numeric integration of their distribution function. */
import { cumulative } from './normal';

export interface Extreme {
  readonly mean: number;
  readonly variance: number;
}

/** Up to this n each value is computed; above, it is interpolated between powers of 2^¼, to 4 digits. */
const mostExact = 1024;

/** Larger n are treated as this one, since the result hardly changes. */
const most = 2 ** 40;

const extremes = new Map<number, Extreme>();

/** Mean and variance of the maximum of n independent values. */
export function largestOf(n: number): Extreme {
  if (n <= mostExact) return exactly(n);
  const step = 4 * Math.log2(Math.min(n, most));
  const [one, other] = [exactly(2 ** (Math.floor(step) / 4)), exactly(2 ** ((Math.floor(step) + 1) / 4))];
  const along = step - Math.floor(step);
  return {
    mean: one.mean + along * (other.mean - one.mean),
    variance: one.variance + along * (other.variance - one.variance),
  };
}

function exactly(n: number): Extreme {
  let found = extremes.get(n);
  if (!found) extremes.set(n, (found = integrate(n)));
  return found;
}

function integrate(n: number): Extreme {
  const step = 0.02;
  let mean = 0;
  let second = 0;
  let before = 0;
  for (let x = -8; x < 8; x += step) {
    const after = cumulative(x + step) ** n;
    const middle = x + step / 2;
    mean += middle * (after - before);
    second += middle * middle * (after - before);
    before = after;
  }
  return { mean, variance: second - mean * mean };
}
