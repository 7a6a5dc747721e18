/** Covariances of values at a distance from each other. */
import type { Near, Part } from '../net/signal';

/** The covariance of u at this distance. */
export function covarianceAt({ variance, common, near }: Part, dy: number, dx: number): number {
  if (dy === 0 && dx === 0) return variance;
  if (!near || dy > near.reach || dx > near.reach) return common;
  return near.values[dy * (near.reach + 1) + dx] ?? common;
}

const nearReach = 4;

/** A table of covariances by offset; undefined where all are `common`. */
export function nearTable(common: number, at: (dy: number, dx: number) => number): Near | undefined {
  const values: number[] = [];
  let differs = false;
  for (let dy = 0; dy <= nearReach; dy++) {
    for (let dx = 0; dx <= nearReach; dx++) {
      const value = at(dy, dx);
      if (dy + dx > 0 && Math.abs(value - common) > 1e-9 * Math.abs(value)) differs = true;
      values.push(value);
    }
  }
  return differs ? { reach: nearReach, values } : undefined;
}
