/** Layers that divide by a statistic of their input. */
import type { Moments, Part, Signal, Transform } from '../net/signal';
import { plainly } from './gradient';
import { channelsOf, momentsOf, normalPart, settled, signalMoments } from './part';
import { pointwise } from './pointwise';

/**
 * Subtracts each channel's mean and divides by √(variance + eps): y² is variance / (variance + eps). Null for eps: no
 * division.
 */
export function standardised(bottom: Signal, eps: number | null): Moments {
  const plain = bottom.parts.map(settled);
  const free = (part: Part): number => Math.max(0, part.variance - part.common);
  const parts = plain.map((part): Part => {
    const by = gainOf(free(part), eps);
    return normalPart({
      channels: part.channels,
      mean: 0,
      variance: free(part) * by,
      common: 0,
      across: Math.min(free(part), part.across) * by,
    });
  });
  const top: Signal = { parts };
  const channels = channelsOf(bottom);
  const gain = plain.reduce((sum, part) => sum + (part.channels / channels) * gainOf(free(part), eps), 0);
  return { tops: [top], backward: ([gradient = null]) => [gradient && plainly(gradient, parts, gain)] };
}

function gainOf(variance: number, eps: number | null): number {
  if (eps === null) return 1;
  return variance + eps > 0 ? 1 / (variance + eps) : 0;
}

/**
 * x · (k + α/n · Σ x²)^−β over n values: its own square is exact, the others count by their second moment. `others` is
 * their average number: fewer at the first and last channels, and at the borders.
 */
export interface Response {
  readonly k: number;
  readonly alpha: number;
  readonly beta: number;
  readonly size: number;
  readonly others: number;
}

export function responded(bottom: Signal, response: Response): Moments {
  const { second } = signalMoments(bottom);
  const of = new Map(
    bottom.parts.map((part) => [part, responseTo(response, Math.max(second, momentsOf(part).second))]),
  );
  const transform = (part: Part): Transform => of.get(part) ?? responseTo(response, second);
  const top = pointwise(bottom, transform);
  const gain = (): number => {
    const sums = signalMoments(top);
    return second > 0 ? sums.second / second : response.k ** (-2 * response.beta);
  };
  // The gradient through the neighbours' sums is neglected: it is small where α/n · Σ x² is, and its sign varies
  // elsewhere.
  return {
    tops: [top],
    backward: ([gradient = null]) => [
      gradient && { ...gradient, flows: gradient.flows.map((flow) => ({ ...flow, base: flow.base * gain() })) },
    ],
  };
}

function responseTo({ k, alpha, beta, size, others }: Response, second: number): Transform {
  const rate = alpha / size;
  const of = (x: number): number => k + rate * (x * x + others * second);
  return {
    value: (x) => x * of(x) ** -beta,
    slope: (x) => of(x) ** -beta - 2 * beta * rate * x * x * of(x) ** (-beta - 1),
    // It only falls far out, for β > ½, where hardly any values are.
    rising: true,
  };
}

/** The average number of `size` neighbours that exist at a position of an axis of `length`. */
export function neighboursOf(size: number, length: number | null): number {
  if (length === null || length <= 0) return size;
  const reach = (size - 1) / 2;
  // On one side: Σ min(reach, i) over the positions i of the axis.
  const nearer = Math.min(length, Math.floor(reach) + 1);
  return 1 + (nearer * (nearer - 1) + 2 * (length - nearer) * reach) / length;
}
