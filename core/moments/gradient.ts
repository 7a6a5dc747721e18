/** Sums over gradients, and their passage through pointwise functions. */
import type { Flow, Gradient, Part, Signal, Site, Transform } from '../net/signal';
import { expectation } from './normal';
import { channelsOf, isDeep } from './part';

/** E[gradient²] over all values of a blob. */
export function secondOf({ flows }: Gradient, parts: readonly Part[]): number {
  return flows.reduce((sum, flow) => sum + flowSecond(flow, parts), 0);
}

function flowSecond({ base, sites }: Flow, parts: readonly Part[]): number {
  if (!sites) return base;
  const channels = channelsOf({ parts });
  return base * parts.reduce((sum, part, i) => sum + (part.channels / channels) * shareOf(sites[i]), 0);
}

const shares = new WeakMap<Site, number>();

/** E[weight] where the gradient arrives. */
export function shareOf(site: Site | undefined): number {
  if (!site) return 1;
  let share = shares.get(site);
  if (share === undefined) shares.set(site, (share = expectationOver(site, site.weight)));
  return share;
}

function expectationOver({ mean, variance }: Site, of: (u: number) => number): number {
  return expectation(of, mean, variance);
}

/** Correlation of neighbours over all flows. */
export function coherenceOf(gradient: Gradient, parts: readonly Part[]): number {
  const total = secondOf(gradient, parts);
  return total > 0
    ? gradient.flows.reduce((sum, flow) => sum + flow.coherence * flowSecond(flow, parts), 0) / total
    : 0;
}

export function uniform(base: number, coherence = 0): Gradient {
  return { flows: [{ base, sites: undefined, coherence }] };
}

/** A single flow that keeps only the second moment. */
export function plainly(gradient: Gradient, parts: readonly Part[], factor = 1): Gradient {
  return uniform(secondOf(gradient, parts) * factor, coherenceOf(gradient, parts));
}

/** Times a constant. */
export function scaled({ flows }: Gradient, factor: number): Gradient {
  return { flows: flows.map((flow) => ({ ...flow, base: flow.base * factor })) };
}

/**
 * Through y = h(x), where x = f(u) are the bottom's values: multiplies by h′(x)², which depends on the values where the
 * gradient arrives.
 */
export function throughPointwise(gradient: Gradient, bottom: Signal, of: (part: Part) => Transform): Gradient {
  const arriving = bottom.parts.some(isDeep) ? plainly(gradient, bottom.parts) : gradient;
  const flows = arriving.flows.map((flow): Flow => {
    const sites = bottom.parts.map((part, i): Site => {
      const before = flow.sites?.[i];
      const { slope } = of(part);
      const value = part.transform?.value;
      const weight = (u: number): number => (before ? before.weight(u) : 1) * slope(value ? value(u) : u) ** 2;
      return {
        mean: before?.mean ?? part.mean,
        variance: before?.variance ?? part.variance,
        weight,
      };
    });
    return { base: flow.base, sites, coherence: flow.coherence * shared(sites) };
  });
  return { flows };
}

/** The factor on the correlation between neighbours after multiplying each by its own random factor: (E√w)² / E[w]. */
function shared(sites: readonly Site[]): number {
  const [site] = sites;
  if (!site) return 1;
  const whole = shareOf(site);
  return whole > 0 ? Math.min(1, expectationOver(site, (u) => Math.sqrt(site.weight(u))) ** 2 / whole) : 0;
}

/** Sums the gradients of several readers of one blob. */
export function added(gradients: readonly Gradient[]): Gradient {
  const [first] = gradients;
  if (first && gradients.length === 1) return first;
  const flows = gradients.flatMap((gradient) => gradient.flows);
  const plainFlows = flows.filter(({ sites }) => !sites);
  const base = plainFlows.reduce((sum, flow) => sum + flow.base, 0);
  const coherence = base > 0 ? plainFlows.reduce((sum, flow) => sum + flow.base * flow.coherence, 0) / base : 0;
  const others = flows.filter(({ sites }) => sites);
  return { flows: [...(plainFlows.length > 0 ? [{ base, sites: undefined, coherence }] : []), ...others] };
}
