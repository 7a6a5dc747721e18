/** Whether drawn values are plausible for a distribution. */
import type { Weight } from '#core/infer/types';
import type { CaffeParam } from './cases';

/** Why the measured blob contradicts the engine's statement about it, if so. Bounds are six standard errors. */
export function contradiction(weight: Weight, drawn: CaffeParam): string | undefined {
  const values = drawn.shape.reduce((product, dim) => product * dim, 1);
  if (values === 0 || fits(weight, drawn, values)) return undefined;
  const { kind, ...parameters } = weight.distribution ?? { kind: 'unknown' };
  return `${kind} ${JSON.stringify({ ...parameters, mean: weight.mean, std: weight.std })}, drawn ${JSON.stringify(drawn)}`;
}

function fits({ distribution, mean, std }: Weight, drawn: CaffeParam, values: number): boolean {
  if (!distribution || mean === null || std === null) return false;
  // A missing mean or range is not compared.
  const { mean: drawnMean = mean, min = drawnMean, max = drawnMean } = drawn;
  const sample: Sample = { values, mean: drawnMean, std: drawn.std };
  switch (distribution.kind) {
    case 'constant': {
      const { value } = distribution;
      return close(drawnMean, value) && close(min, value) && close(max, value) && close(drawn.std, 0);
    }
    case 'uniform': {
      const inside = min >= distribution.min - slack && max <= distribution.max + slack;
      return inside && scattered(sample, mean, std, uniformKurtosis);
    }
    case 'normal':
      return scattered(sample, mean, std, normalKurtosis);
    case 'sparseNormal': {
      const { density } = distribution;
      const kept = 1 - (drawn.zeros ?? values * (1 - density)) / values;
      const error = Math.sqrt((density * (1 - density)) / values);
      return (
        Math.abs(kept - density) <= errors * error + slack &&
        scattered(sample, mean, std, normalKurtosis / Math.max(density, 1 / values))
      );
    }
    case 'unitSphere':
      // The squares of each row add up to 1.
      return min >= -1 - slack && max <= 1 + slack && close(Math.hypot(drawn.std, drawnMean), std);
    case 'identity':
      return close(drawnMean, mean) && close(drawn.std, std) && close(max, 1);
    case 'table':
      return false;
    case 'unitball':
      // Each row adds up to 1.
      return min >= 0 && max <= 1 + slack && close(drawnMean, (drawn.shape[0] ?? 1) / values) && close(mean, drawnMean);
    case 'bilinear':
    case 'written':
      return close(drawnMean, mean) && close(drawn.std, std);
  }
}

interface Sample {
  readonly values: number;
  readonly mean: number;
  readonly std: number;
}

const errors = 6;
const slack = 1e-6;
/** The fourth moment divided by the squared variance. */
const uniformKurtosis = 1.8;
const normalKurtosis = 3;

/** True if mean and variance of the sample are within six standard errors. */
function scattered(sample: Sample, mean: number, std: number, kurtosis: number): boolean {
  if (Math.abs(sample.mean - mean) > (errors * std) / Math.sqrt(sample.values) + slack * Math.max(1, Math.abs(mean)))
    return false;
  if (std === 0) return close(sample.std, 0);
  const bound = errors * Math.sqrt((kurtosis + 1) / sample.values) + slack;
  // With few values, the variance may even be 0.
  return Math.abs((sample.std / std) ** 2 - 1) <= Math.max(bound, sample.values < smallSample ? 1 : 0);
}

const smallSample = 60;

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= slack * Math.max(1, Math.abs(a), Math.abs(b));
}
