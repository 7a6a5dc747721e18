/** Could these drawn values come from that distribution? */
import type { Weight } from '#core/infer/types';
import type { CaffeParam } from './cases';

/** Why the measured blob contradicts what we say of it, or undefined. Bounds are at six standard errors. */
export function contradiction(weight: Weight, drawn: CaffeParam): string | undefined {
  const { distribution, mean, std } = weight;
  const values = drawn.shape.reduce((product, dim) => product * dim, 1);
  if (values === 0) return undefined;
  if (!distribution) return 'no distribution';
  const range = drawn.min === undefined || drawn.max === undefined ? '' : `, ${drawn.min} to ${drawn.max}`;
  const found = `drawn: mean ${drawn.mean}, std ${drawn.std}${range}`;
  const wrong = (what: string): string => `${what}; ${found}`;
  switch (distribution.kind) {
    case 'constant': {
      const { value } = distribution;
      const same = close(drawn.mean, value) && close(drawn.min ?? value, value) && close(drawn.max ?? value, value);
      return same ? undefined : wrong(`constant ${value}`);
    }
    case 'uniform': {
      const { min, max } = distribution;
      const inside = (drawn.min ?? min) >= min && (drawn.max ?? max) <= max && drawn.mean >= min - slack && drawn.mean <= max + slack;
      if (!inside) return wrong(`uniform ${min} to ${max}`);
      return scattered(mean, std, drawn, values, uniformKurtosis) ? undefined : wrong(`uniform with std ${std}`);
    }
    case 'normal':
      return scattered(mean, std, drawn, values, normalKurtosis) ? undefined : wrong(`normal, mean ${mean}, std ${std}`);
    case 'sparseNormal': {
      const { density } = distribution;
      if (!scattered(mean, std, drawn, values, normalKurtosis / Math.max(density, 1 / values))) return wrong(`sparse, mean ${mean}, std ${std}`);
      if (drawn.zeros === undefined) return undefined;
      const error = Math.sqrt(density * (1 - density) / values);
      return Math.abs(1 - drawn.zeros / values - density) <= errors * error + slack ? undefined : wrong(`density ${density}`);
    }
    case 'unitball': {
      const rows = drawn.shape[0] ?? 1;
      const inside = (drawn.min ?? 0) >= 0 && (drawn.max ?? 1) <= 1 + slack;
      return inside && close(drawn.mean, rows / values) && close(mean ?? NaN, rows / values) ? undefined : wrong(`unitball, mean ${mean}`);
    }
    case 'bilinear':
      return close(drawn.mean, mean ?? NaN) && close(drawn.std, std ?? NaN) ? undefined : wrong(`bilinear, mean ${mean}, std ${std}`);
  }
}

const errors = 6;
const slack = 1e-6;
const uniformKurtosis = 1.8;
const normalKurtosis = 3;

/** Sample mean and variance within six standard errors; `kurtosis` is the fourth moment over the variance squared. */
function scattered(mean: number | null, std: number | null, drawn: CaffeParam, values: number, kurtosis: number): boolean {
  if (mean === null || std === null) return false;
  const near = Math.abs(drawn.mean - mean) <= errors * std / Math.sqrt(values) + slack * Math.max(1, Math.abs(mean));
  const spread = errors * Math.sqrt((kurtosis + 1) / values);
  const ratio = std === 0 ? (drawn.std <= slack ? 1 : Infinity) : (drawn.std / std) ** 2;
  return near && (ratio <= 1 + spread + 1e-4) && (spread >= 0.9 || ratio >= 1 - spread - 1e-4);
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= slack * Math.max(1, Math.abs(a), Math.abs(b));
}
