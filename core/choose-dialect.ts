/**
 * Which Caffe is a file for? The one with the fewest unknown names; of several, the one that adds the least to BVLC's. Where
 * forks are mixed, a union of those that don't contradict each other.
 */
import { dialectOf, partOf, unionOf } from './dialects';
import { bvlc } from './dialects/bvlc';
import { compatible } from './dialects/compose';
import type { Choice, Dialect } from './dialects/dialect';
import { knowsAll, misfits, type Misfit } from './dialects/misfits';
import { outlineOf, type Outline } from './dialects/outline';
import { kindOf } from './kind';
import type { Tree } from './text/tree';

/** More forks than these in one file is no mixture but another Caffe. */
const maxForks = 4;

/** `named` is what a comment of the file asks for: it holds where it is a dialect's name. */
export function chooseDialect(tree: Tree, named: string | undefined): Choice {
  const asked = named === undefined ? undefined : dialectOf(named);
  if (asked) return { dialect: asked, reason: { kind: 'asked' } };
  const root = kindOf(tree, bvlc.schema) === 'solver' ? 'SolverParameter' : 'NetParameter';
  if (knowsAll(tree, bvlc, root)) return plain;
  const outline = outlineOf(tree);
  const unknown = misfits(outline, bvlc, root);
  const ids = candidates(unknown);
  if (ids.length === 0) return plain;
  const best = fittest([bvlc, ...ids.flatMap((id) => dialectOf(id) ?? [])], outline, root);
  const left = misfits(outline, best, root);
  const dialect = left.length === 0 || best === bvlc ? best : enlarged(best, left, ids, outline, root);
  return dialect === bvlc
    ? plain
    : { dialect, reason: { kind: 'names', names: explained(unknown, outline, dialect, root) } };
}

const plain: Choice = { dialect: bvlc, reason: { kind: 'plain' } };

/** The forks that have some of the names, those that add the least to BVLC's first. */
function candidates(unknown: readonly Misfit[]): readonly string[] {
  const ids = new Set(unknown.flatMap(ownersOf));
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

function fittest(dialects: readonly Dialect[], outline: Outline, root: string): Dialect {
  let best = dialects[0] ?? bvlc;
  let fewest = Infinity;
  for (const dialect of dialects) {
    const count = misfits(outline, dialect, root).length;
    if (count < fewest) [best, fewest] = [dialect, count];
  }
  return best;
}

/** With what the fork lacks of BVLC's, and with other forks, as long as each explains some more. */
function enlarged(
  best: Dialect,
  left: readonly Misfit[],
  ids: readonly string[],
  outline: Outline,
  root: string,
): Dialect {
  let current = best;
  let fewest = left.length;
  let chosen = [best.id];
  const whole = unionOf(chosen);
  const wholeCount = whole ? misfits(outline, whole, root).length : fewest;
  if (whole && wholeCount < fewest) [current, fewest] = [whole, wholeCount];
  while (fewest > 0 && chosen.length < maxForks) {
    const parts = chosen.flatMap((id) => partOf(id) ?? []);
    const unions = ids.flatMap((id) => {
      const part = partOf(id);
      const union = part && !chosen.includes(id) && compatible(part, parts) ? unionOf([...chosen, id]) : undefined;
      return union ? [{ id, union }] : [];
    });
    const next = fittest(
      unions.map(({ union }) => union),
      outline,
      root,
    );
    const count = misfits(outline, next, root).length;
    const added = unions.find(({ union }) => union === next);
    if (!added || count >= fewest) break;
    [current, fewest, chosen] = [next, count, [...chosen, added.id]];
  }
  return current;
}

/** The names that BVLC lacks and the dialect has. */
function explained(unknown: readonly Misfit[], outline: Outline, dialect: Dialect, root: string): readonly string[] {
  const left = new Set(misfits(outline, dialect, root).map(keyOf));
  return [
    ...new Set(unknown.filter((misfit) => misfit.kind !== 'use' && !left.has(keyOf(misfit))).map(({ name }) => name)),
  ];
}

function keyOf({ kind, of, name }: Misfit): string {
  return `${kind} ${of} ${name}`;
}
