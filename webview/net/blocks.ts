/**
 * Which layers can be collapsed into one node: those that share a `prefix/`, and in nets without such names the stages and blocks
 * that their numbers tell: `res4b1_branch2a`, `bn4b1_branch2a` and `res4b1` are block 4b1 of stage 4.
 */
import { prefixesOf } from '#core/cost/prefixes';
import type { NetAnswer } from '#protocol/net';

type Named = NetAnswer['layers'][number];

/** Ends the name of a block, and is in no `prefix/` of the text. */
const more = '…/';
/** Fewer layers are not worth a node of their own. */
const fewest = 3;

/** For each layer, outermost first; each within the one before it, as `a/` and `a/b/` are. */
export function foldsOf(layers: readonly Pick<Named, 'name'>[]): readonly (readonly string[])[] {
  const stages = blocksBy(layers, ({ name }) => stageOf(name));
  const blocks = blocksBy(layers, ({ name }) => blockOf(name));
  return layers.map(({ name }, i) => {
    if (name.includes('/')) return prefixesOf(name);
    const [stage, block] = [stages[i], blocks[i]];
    const outer = stage === undefined ? [] : [`${stage}${more}`];
    return block === undefined || block === stage ? outer : [...outer, `${outer[0] ?? ''}${block}${more}`];
  });
}

/** For display: the last part of a name that was found here. */
export function labelOf(fold: string): string {
  return fold.includes(more) ? (fold.split('/').at(-2) ?? fold) : fold;
}

/** A word for a block with its number, else the first number after letters. */
function numberOf(name: string): RegExpExecArray | null {
  return (
    /^.*?(?:stage|block|unit|group|stack)_?(\d{1,4})()/i.exec(name) ??
    /^[a-z_]*?(\d{1,4})([a-z](?:\d{1,4})?(?![a-z]))?/i.exec(name)
  );
}

function stageOf(name: string): string | undefined {
  return numberOf(name)?.[1];
}

function blockOf(name: string): string | undefined {
  const found = numberOf(name);
  return found?.[2] ? `${found[1]}${found[2]}` : undefined;
}

/**
 * By layer: the name of its block, made of the first member's name up to the number. Only of blocks whose layers stand together,
 * since one node in their place would hide how the others are connected.
 */
function blocksBy(
  layers: readonly Pick<Named, 'name'>[],
  keyOf: (layer: Pick<Named, 'name'>) => string | undefined,
): readonly (string | undefined)[] {
  const keys = layers.map((layer) => (layer.name.includes('/') ? undefined : keyOf(layer)));
  const runs = new Map<string, { first: number; last: number; count: number }>();
  keys.forEach((key, i) => {
    if (key === undefined) return;
    const run = runs.get(key) ?? { first: i, last: i, count: 0 };
    runs.set(key, { ...run, last: i, count: run.count + 1 });
  });
  return keys.map((key) => {
    const run = key === undefined ? undefined : runs.get(key);
    if (!run || key === undefined || run.count < fewest || run.last - run.first + 1 !== run.count) return undefined;
    const { name = '' } = layers[run.first] ?? {};
    return name.slice(0, name.indexOf(key) + key.length);
  });
}
