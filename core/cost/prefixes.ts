/** Groups layers by the parts of their names that end in `/`: `inception_3a/1x1` is in `inception_3a/`. */
import { appended } from '../lists';
import { sumOf, type LayerCost, type Sum } from './cost';

export interface PrefixSum {
  /** Includes the trailing `/`. */
  readonly prefix: string;
  readonly layers: number;
  readonly sum: Sum;
}

/** Every prefix that several layers share, in order of first use; a longer one only where it holds fewer layers. */
export function prefixSums(costs: readonly LayerCost[]): readonly PrefixSum[] {
  const members = new Map<string, LayerCost[]>();
  for (const cost of costs) {
    for (const prefix of prefixesOf(cost.inferred.layer.name)) members.set(prefix, appended(members.get(prefix), cost));
  }
  return [...members]
    .filter(([prefix, all]) => all.length > 1 && members.get(parentOf(prefix))?.length !== all.length)
    .map(([prefix, all]) => ({ prefix, layers: all.length, sum: sumOf(all) }));
}

/** Shortest first: `a/b/c` has `a/` and `a/b/`. */
export function prefixesOf(name: string): readonly string[] {
  const prefixes: string[] = [];
  for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1))
    if (at > 0) prefixes.push(name.slice(0, at + 1));
  return prefixes;
}

/** The enclosing prefix of a prefix; empty where there is none. */
export function parentOf(prefix: string): string {
  return prefix.slice(0, prefix.lastIndexOf('/', prefix.length - 2) + 1);
}
