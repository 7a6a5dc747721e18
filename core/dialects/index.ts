/** The dialects by name. Each is built at first use and cached. */
import { forkIds, rawFork } from '../schema/forks';
import { atlasCaffes, type AtlasCaffe } from './atlas-caffes';
import { partOfCaffe } from './atlas-part';
import { bvlc } from './bvlc';
import { compose } from './compose';
import { othersBeyond } from './others';
import type { Dialect, Part } from './dialect';
import { forkRules } from './rules';

/** What `--schema` and the settings accept besides `auto` and a path. */
export const dialectIds: readonly string[] = [bvlc.id, ...[...forkIds, ...atlasCaffes.map(({ id }) => id)].sort()];

/** Undefined for an unknown name. */
export function dialectOf(id: string): Dialect | undefined {
  if (id === bvlc.id) return bvlc;
  const known = kept.get(id);
  if (known) return known;
  const caffe = caffeOf(id);
  const part = caffe ? partOfCaffe(caffe) : partOf(id);
  if (!part) return undefined;
  const composed = compose([part], 'lacked');
  const dialect: Dialect = {
    ...composed,
    // The atlas may lack layers of a repository.
    ...(caffe && { open: true }),
    ...(part.rules.documented && { others: othersBeyond([]) }),
  };
  kept.set(id, dialect);
  return dialect;
}

/** The display name of a dialect, without building it. */
export function labelOf(id: string): string {
  return id === bvlc.id ? bvlc.label : (caffeOf(id)?.label ?? rawFork(id)?.label ?? id);
}

function caffeOf(id: string): AtlasCaffe | undefined {
  return atlasCaffes.find((caffe) => caffe.id === id);
}

/** Of a fork that `schemas/forks` has. */
export function partOf(id: string): Part | undefined {
  const fork = rawFork(id);
  return fork && { id, fork, rules: forkRules[id] ?? {} };
}

/** A dialect with the names of all these forks; where two define a name differently, the first wins. */
export function unionOf(ids: readonly string[]): Dialect | undefined {
  const key = `union ${ids.join('+')}`;
  const known = kept.get(key);
  if (known) return known;
  const parts = ids.flatMap((id) => partOf(id) ?? []);
  if (parts.length === 0) return undefined;
  const dialect = compose(parts, 'kept');
  kept.set(key, dialect);
  return dialect;
}

const kept = new Map<string, Dialect>();
