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
  const stages = blocksBy(layers, ({ name }) => numberIn(name, 'stage'));
  const blocks = blocksBy(layers, ({ name }) => numberIn(name, 'block'));
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

interface Found {
  /** Equal for the layers of a block. `stage4` of one part of a net is another block than the `4` in `conv4_1`. */
  readonly key: string;
  /** The part of the layer's name that is the name of the block. */
  readonly start: number;
  readonly end: number;
}

/** A word for a block with its number, else the first number after letters, with its letter if `part` is a block. */
function numberIn(name: string, part: 'stage' | 'block'): Found | undefined {
  const word = /(stage|block|unit|group|stack)_?(\d{1,4})/i.exec(name);
  if (word) {
    const key = `${word[1]?.toLowerCase()} ${word[2]}`;
    const start = name.lastIndexOf('_', word.index) + 1;
    return part === 'stage' ? { key, start, end: word.index + word[0].length } : undefined;
  }
  const [all, letters = '', number = '', letter] =
    /^([a-z_]*?)(\d{1,4})([a-z](?:\d{1,4})?(?![a-z]))?/i.exec(name) ?? [];
  if (all === undefined || (part === 'block' && letter === undefined)) return undefined;
  return part === 'stage'
    ? { key: number, start: 0, end: letters.length + number.length }
    : { key: `${number}${letter}`, start: 0, end: all.length };
}

/**
 * By layer: the name of its block, made of the first member's name up to the number. Only of blocks whose layers stand together,
 * since one node in their place would hide how the others are connected.
 */
function blocksBy(
  layers: readonly Pick<Named, 'name'>[],
  find: (layer: Pick<Named, 'name'>) => Found | undefined,
): readonly (string | undefined)[] {
  const found = layers.map((layer) => (layer.name.includes('/') ? undefined : find(layer)));
  const runs = new Map<string, { first: number; last: number; count: number }>();
  found.forEach((each, i) => {
    if (!each) return;
    const { key } = each;
    const run = runs.get(key) ?? { first: i, last: i, count: 0 };
    runs.set(key, { ...run, last: i, count: run.count + 1 });
  });
  return found.map((each) => {
    const run = each && runs.get(each.key);
    if (!run || run.count < fewest || run.last - run.first + 1 !== run.count) return undefined;
    const { start, end } = found[run.first] ?? {};
    return layers[run.first]?.name.slice(start, end);
  });
}
