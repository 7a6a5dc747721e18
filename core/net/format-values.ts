/** How tables format values. */
import { formatNumber } from '../numbers';
import type { Distribution } from './distribution';

/** `uniform(-0.0909091, 0.0909091)`, `normal(0, 0.01)`: the parameters in the order of the JSON; `?` if unknown. */
export function formatDistribution(distribution: Distribution | undefined): string {
  if (!distribution) return '?';
  if (distribution.kind === 'written') return distribution.kind;
  const { kind, ...parameters } = distribution;
  const numbers = Object.values(parameters).map(formatNumber);
  return numbers.length === 0 ? kind : `${kind}(${numbers.join(', ')})`;
}

export function formatKnown(value: number | null): string {
  return value === null ? '?' : formatNumber(value);
}
