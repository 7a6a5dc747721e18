/** Pointwise functions y = h(x). Their moments are integrals against the normal distribution of u, by quadrature. */
import type { Moments, MomentsInput, Part, Signal, Transform } from '../net/signal';
import { throughPointwise } from './gradient';
import { isDeep, settled } from './part';

/** One bottom and one top, with the same function everywhere. */
export function pointwiseMoments(
  { bottoms: [bottom = null] }: Pick<MomentsInput, 'bottoms'>,
  h: Transform,
): Moments | null {
  if (!bottom) return null;
  return {
    tops: [pointwise(bottom, () => h)],
    backward: ([gradient = null]) => [gradient && throughPointwise(gradient, bottom, () => h)],
  };
}

export function pointwise(bottom: Signal, of: (part: Part) => Transform): Signal {
  return {
    ...bottom,
    parts: bottom.parts.map((part): Part => {
      const from = isDeep(part) ? settled(part) : part;
      return { ...from, transform: composed(from.transform, of(part)) };
    }),
  };
}

function composed(first: Transform | undefined, second: Transform): Transform {
  if (!first) return second;
  return {
    value: (u) => second.value(first.value(u)),
    slope: (u) => second.slope(first.value(u)) * first.slope(u),
    rising: first.rising && second.rising,
    depth: (first.depth ?? 1) + 1,
  };
}

/** A top that equals the bottom; the gradient is passed on unchanged. */
export function unchanged({ bottoms: [bottom = null] }: Pick<MomentsInput, 'bottoms'>): Moments | null {
  return bottom && { tops: [bottom], backward: ([gradient = null]) => [gradient] };
}

export function times(factor: number): Transform {
  return { value: (x) => x * factor, slope: () => factor, rising: factor >= 0 };
}

export function plus(term: number): Transform {
  return { value: (x) => x + term, slope: () => 1, rising: true };
}
