/** Composes dialects: BVLC Caffe's, with the differences of forks or of a user's own proto. */
import { bvlcFillers } from '../fillers';
import { bvlcLayers } from '../layers';
import { namedLayer } from '../layers/forks/named';
import { registry, type FillerRule, type LayerRule, type Registry, type SolverRules } from '../net/rules';
import { earlierSolver } from '../policies/forks/earlier';
import { bvlcRaw } from '../schema/compiled';
import { clash, extendRaw } from '../schema/extend';
import { forkNames } from '../schema/forks';
import { link } from '../schema/link';
import type { RawField } from '../schema/raw';
import type { Dialect, Part } from './dialect';

/**
 * What happens to names that BVLC has and a part lacks: removed (`lacked`), as in that fork itself, or kept (`kept`),
 * as in a union.
 */
export type Lacking = 'lacked' | 'kept';

/** Where two parts have a rule, or a field, of the same name, the first wins. */
export function compose(parts: readonly Part[], lacking: Lacking): Dialect {
  const id = parts.map((part) => part.id).join('+');
  const forks = parts.map(({ fork }) => fork);
  const lacks = new Set(lacking === 'lacked' ? forks.flatMap((fork) => fork.lacks) : []);
  const unread = new Map(forks.flatMap((fork) => (fork.unread ?? []).map((name) => [name, bvlcField(name)] as const)));
  return {
    id,
    label: forks.map(({ label }) => label).join(' + '),
    schema: link(id, extendRaw(bvlcRaw, [...forks].reverse()), { lacks, unread }),
    layers: layersOf(parts, lacking),
    fillers: fillersOf(parts, lacking),
    solver: solverOf(parts),
    forks: forkNames,
    parts,
  };
}

/** True if no name of one part means something else in another. */
export function compatible(part: Part, others: readonly Part[]): boolean {
  return others.every(({ fork }) => !clash(part.fork, fork, bvlcMessages));
}

const bvlcMessages: ReadonlySet<string> = new Set(bvlcRaw.messages.map(([name]) => name));

/** `path`: `Message.field`; the message may be nested. */
function bvlcField(path: string): RawField {
  const point = path.lastIndexOf('.');
  const message = bvlcRaw.messages.find(([name]) => name === path.slice(0, point));
  const field = message?.[2].find(([name]) => name === path.slice(point + 1));
  if (!field) throw new Error(`BVLC Caffe has no field ${path}`);
  return field;
}

function layersOf(parts: readonly Part[], lacking: Lacking): Registry<LayerRule> {
  const byType = new Map(rulesOf(bvlcLayers));
  for (const { fork, rules } of [...parts].reverse()) {
    if (lacking === 'lacked') for (const type of fork.lacksLayers) byType.delete(type);
    for (const layer of fork.layers) byType.set(layer[0], namedLayer(layer));
    for (const rule of rules.layers ?? []) byType.set(rule.type, rule);
  }
  // A union allows what any of its parts allows.
  const each = parts.length === 1 ? parts[0]?.rules.each : undefined;
  return registry(each ? [...byType.values()].map(each) : [...byType.values()]);
}

function fillersOf(parts: readonly Part[], lacking: Lacking): Registry<FillerRule> {
  const byType = new Map(rulesOf(bvlcFillers));
  for (const { fork, rules } of [...parts].reverse()) {
    if (lacking === 'lacked') for (const type of fork.lacksFillers) byType.delete(type);
    for (const type of fork.fillers) byType.set(type, namedFiller(type));
    for (const rule of rules.fillers ?? []) byType.set(rule.type, rule);
  }
  return registry([...byType.values()]);
}

/** The policies of all parts; warm-up and bounds of the first part that has any. */
function solverOf(parts: readonly Part[]): SolverRules {
  const own = parts.map(({ rules }) => rules.solver ?? earlierSolver());
  const byType = new Map([...own].reverse().flatMap(({ policies }) => rulesOf(policies)));
  return Object.assign({}, ...[...own].reverse(), { policies: registry([...byType.values()]) }) as SolverRules;
}

function rulesOf<Rule>({ types, get }: Registry<Rule>): readonly (readonly [string, Rule])[] {
  return types.flatMap((type) => {
    const rule = get(type);
    return rule ? [[type, rule] as const] : [];
  });
}

/** A filler that is known by name only. */
function namedFiller(type: string): FillerRule {
  return {
    type,
    summary: '',
    reads: ['value', 'min', 'max', 'mean', 'std', 'sparse', 'variance_norm'],
    fill: () => ({ distribution: undefined, n: null, mean: null, std: null, formula: '', problems: [] }),
  };
}
