/**
 * Detects which Caffe a file is for where the user does not say: the modelled fork, or union of forks, that explains
 * the most of the names BVLC Caffe lacks. Names that none of them has are looked up in the atlas of public Caffes.
 */
import { dialectOf, partOf, unionOf } from '.';
import { bvlc } from './bvlc';
import { compatible } from './compose';
import type { Choice, Dialect } from './dialect';
import { evidenceOf, sumOf, weightOf } from './evidence';
import { keyOf, knowsAll, misfits, type Misfit } from './misfits';
import { guessed } from './others';
import { outlineOf, type Outline } from './outline';
import { kindOf } from './kind';
import type { Tree } from '../text/tree';

/** A file with names of more forks than these is for another Caffe, not a mixture. */
const maxForks = 4;

/** Forks besides the best one that a union may begin with. */
const maxStarts = 2;

/** `named` is what a comment of the file asks for; it wins where it is a dialect's name. */
export function chooseDialect(tree: Tree, named: string | undefined): Choice {
  const asked = named === undefined ? undefined : dialectOf(named);
  if (asked) return { dialect: asked, reason: { kind: 'asked' } };
  const root = kindOf(tree, bvlc.schema) === 'solver' ? 'SolverParameter' : 'NetParameter';
  if (knowsAll(tree, bvlc, root)) return plain;
  const outline = outlineOf(tree);
  const unknown = misfits(outline, bvlc, root);
  const chosen = fittest(outline, unknown, root);
  const left = misfits(outline, chosen.dialect, root);
  const dialect = guessed(chosen.dialect, chosen.isUnion, left);
  if (dialect.id === bvlc.id) return { dialect, reason: { kind: 'plain' } };
  const names = explained(unknown, dialect.id === chosen.dialect.id ? left : misfits(outline, dialect, root));
  const rivals = chosen.rivals.map((rival) => guessed(rival, false, misfits(outline, rival, root)));
  return { dialect, reason: { kind: 'names', names }, ...(rivals.length > 0 && { rivals }) };
}

const plain: Choice = { dialect: guessed(bvlc, false, []), reason: { kind: 'plain' } };

interface Candidate {
  readonly dialect: Dialect;
  /** True where BVLC's names that a part lacks are kept. */
  readonly isUnion: boolean;
  /** The forks it is made of. */
  readonly ids: readonly string[];
  /** The weight of what it explains, minus that of what it makes wrong. */
  readonly score: number;
  /** The weight of what it explains. */
  readonly explains: number;
}

function fittest(outline: Outline, unknown: readonly Misfit[], root: string): Chosen {
  const judged: Judged = (dialect, isUnion, ids) => ({
    dialect,
    isUnion,
    ids,
    ...evidenceOf(unknown, misfits(outline, dialect, root)),
  });
  const ids = candidates(unknown);
  const single = ids.flatMap((id) => {
    const dialect = dialectOf(id);
    return dialect ? [judged(dialect, false, [id])] : [];
  });
  const whole = single.flatMap(({ ids: [id = ''] }) => {
    const union = unionOf([id]);
    return union ? [judged(union, true, [id])] : [];
  });
  const first = bestOf([judged(bvlc, false, []), ...single, ...whole]);
  const best = withParts(first, ids, judged);
  if (best.explains >= sumOf(unknown)) return { ...best, rivals: rivalsOf(best, single) };
  // The best one alone may be incompatible with another that has the rest, which a union of smaller ones has too.
  const others = [...single]
    .filter(({ ids: [id] }) => id !== first.ids[0])
    .sort((a, b) => b.score - a.score)
    .slice(0, maxStarts);
  const last = bestOf([best, ...others.map((other) => withParts(other, ids, judged))]);
  return { ...last, rivals: rivalsOf(last, single) };
}

interface Chosen extends Candidate {
  readonly rivals: readonly Dialect[];
}

/** The other forks that explain the text as well as the chosen one. */
function rivalsOf({ ids, score, explains }: Candidate, single: readonly Candidate[]): readonly Dialect[] {
  if (ids.length !== 1) return [];
  return single
    .filter((each) => each.ids[0] !== ids[0] && each.score === score && each.explains === explains)
    .map(({ dialect }) => dialect);
}

type Judged = (dialect: Dialect, isUnion: boolean, ids: readonly string[]) => Candidate;

/** Adds forks, each time the one that explains the most, as long as that is more. */
function withParts(start: Candidate, ids: readonly string[], judged: Judged): Candidate {
  let best = start;
  while (best.ids.length > 0 && best.ids.length < maxForks) {
    const { ids: chosen } = best;
    const parts = chosen.flatMap((id) => partOf(id) ?? []);
    const larger = ids.flatMap((id) => {
      const part = partOf(id);
      const fits = part && !chosen.includes(id) && compatible(part, parts);
      const union = fits ? unionOf([...chosen, id]) : undefined;
      return union ? [judged(union, true, [...chosen, id])] : [];
    });
    const next = bestOf([best, ...larger]);
    if (next === best) break;
    best = next;
  }
  return best;
}

/** The first of those with the best score; BVLC Caffe never wins over one that explains more. */
function bestOf([first, ...others]: readonly [Candidate, ...Candidate[]]): Candidate {
  return others.reduce(
    (best, each) =>
      each.score > best.score || (each.score === best.score && each.explains > best.explains) ? each : best,
    first,
  );
}

/** The forks that have some of the names; those that add the least to BVLC's first. */
function candidates(unknown: readonly Misfit[]): readonly string[] {
  const ids = new Set(unknown.filter((misfit) => weightOf(misfit) > 0).flatMap(ownersOf));
  return [...ids].sort((a, b) => sizeOf(a) - sizeOf(b) || (a < b ? -1 : 1));
}

function ownersOf({ kind, of, name }: Misfit): readonly string[] {
  const { forks } = bvlc;
  switch (kind) {
    case 'field':
      return forks.fieldOwners(of, name).map(({ id }) => id);
    case 'value':
      return forks.enumValueOwners(of, name).map(({ id }) => id);
    case 'layer':
      return forks.layerTypeOwners(name).map(({ id }) => id);
    case 'use':
      return [];
  }
}

function sizeOf(id: string): number {
  const fork = partOf(id)?.fork;
  return fork ? fork.messages.reduce((sum, [, , fields]) => sum + fields.length, fork.layers.length) : 0;
}

/** The names that BVLC lacks and the dialect has. */
function explained(unknown: readonly Misfit[], left: readonly Misfit[]): readonly string[] {
  const still = new Set(left.map(keyOf));
  return [
    ...new Set(unknown.filter((misfit) => misfit.kind !== 'use' && !still.has(keyOf(misfit))).map(({ name }) => name)),
  ];
}
