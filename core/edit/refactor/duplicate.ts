/** Duplicates a block of layers under another prefix. */
import type { Analysis } from '../../analysis/analysis';
import type { Occurrence } from '../../net/model';
import type { Span } from '../../problems';
import { applyChanges, type Fix, type TextChange } from '../change';
import { lineBreakOf } from '../lines-of';
import { replaceValue } from '../replace-value';

export interface Block {
  /** The common prefix of the layers' names: `res2a_`, `inception_3a/`. */
  readonly prefix: string;
  /** From the first layer to the last. */
  readonly span: Span;
  readonly layers: number;
}

/**
 * The run of layers around an offset whose names share a prefix: of prefixes that end in `/` the longest, as outline and graph
 * group layers; else the largest run, of those whose prefix has a number if there are any, since `inception_3a_` is a block
 * and `inception_` all of them. Undefined outside of a layer, or where no other layer has the prefix.
 */
export function blockAt({ names }: Analysis, offset: number): Block | undefined {
  const layers = [...names.layers.values()].flat().sort((a, b) => a.layerSpan.start - b.layerSpan.start);
  const index = layers.findIndex(({ layerSpan }) => layerSpan.start <= offset && offset <= layerSpan.end);
  const here = layers[index];
  if (!here) return undefined;
  const runOf = (prefix: string): Block => {
    let [first, last] = [index, index];
    while (belongs(layers[first - 1]?.name, prefix)) first--;
    while (belongs(layers[last + 1]?.name, prefix)) last++;
    return {
      prefix,
      span: { start: layers[first]?.layerSpan.start ?? 0, end: layers[last]?.layerSpan.end ?? 0 },
      layers: last - first + 1,
    };
  };
  const runs = prefixesOf(here.name)
    .map(runOf)
    .filter((run) => run.layers > 1);
  return runs.find(({ prefix }) => prefix.endsWith('/')) ?? largest(runs.filter(hasNumber)) ?? largest(runs);
}

function hasNumber({ prefix }: Block): boolean {
  return /\d/.test(prefix);
}

function largest(blocks: readonly Block[]): Block | undefined {
  return blocks.reduce<Block | undefined>(
    (best, block) => (best && best.layers >= block.layers ? best : block),
    undefined,
  );
}

/** The prefix with its number incremented until no name begins with it; undefined for a prefix without a number. */
export function nextPrefix({ names }: Analysis, prefix: string): string | undefined {
  const all = [...names.layers.keys(), ...names.blobs.keys()];
  const parts = /^(.*?)(\d+|(?<=\d)[a-y])([^\da-zA-Z]*)$/.exec(prefix);
  if (!parts) return undefined;
  const [, head = '', count = '', tail = ''] = parts;
  for (let step = 1; step < 26; step++) {
    const next = /\d/.test(count) ? String(Number(count) + step) : String.fromCharCode(count.charCodeAt(0) + step);
    if (!/^(\d+|[a-z])$/.test(next)) return undefined;
    const candidate = `${head}${next}${tail}`;
    if (!all.some((name) => name.startsWith(candidate))) return candidate;
  }
  return undefined;
}

/**
 * Appends a copy of the block. Its layers, the blobs that it makes and the params that it names get the new prefix;
 * blobs from outside keep their names. Undefined where a name of the copy exists already.
 */
export function duplicateBlock(analysis: Analysis, { prefix, span, layers }: Block, to: string): Fix | undefined {
  const { text, names, tree } = analysis;
  const fields = tree.root.fields.filter((field) => field.start < span.end && span.start < field.end);
  const [first, last] = [fields[0], fields.at(-1)];
  if (
    !first ||
    !last ||
    fields.some(({ name, value }) => name !== 'layer' || value?.kind !== 'message' || !value.closed)
  )
    return undefined;
  const isInside = ({ layerSpan }: Occurrence): boolean => span.start <= layerSpan.start && layerSpan.end <= span.end;
  const renamed = (name: string): string => {
    if (name.startsWith(prefix)) return `${to}${name.slice(prefix.length)}`;
    return belongs(name, prefix) ? to.replace(/[/_.-]$/, '') : `${to}${name}`;
  };
  const changes: TextChange[] = [];
  for (const [table, isOwn] of [
    [names.layers, true],
    [names.blobs, false],
    [names.params, false],
  ] as const) {
    for (const [name, places] of table) {
      const inside = places.filter(isInside);
      const owned =
        isOwn || inside.some(({ role }) => role === 'top') || (table === names.params && name.startsWith(prefix));
      // A blob from outside that the block changes in place is not its own.
      const comesFromOutside =
        table === names.blobs && places.some((place) => place.role !== 'bottom' && place.span.start < span.start);
      // Nor may another layer change it in place after a second reader.
      if (
        comesFromOutside &&
        inside.length > 0 &&
        places.some(({ role, span: { start } }) => role === 'top' && start > span.start)
      )
        return undefined;
      if (inside.length === 0 || !owned || comesFromOutside) continue;
      if (table.has(renamed(name))) return undefined;
      changes.push(...inside.map((place) => replaceValue(text, place.span, renamed(name))));
    }
  }
  const from = first.start;
  const copy = applyChanges(
    text.slice(from, last.end),
    changes
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ span: at, newText }) => ({
        span: { start: at.start - from, end: at.end - from },
        newText,
      })),
  );
  const comment = /^[ \t]*#[^\r\n]*/.exec(text.slice(last.end, last.end + 1000))?.[0].length ?? 0;
  const at = last.end + comment;
  return {
    id: 'duplicate',
    args: { from: prefix, to, count: layers },
    changes: [{ span: { start: at, end: at }, newText: `${lineBreakOf(text)}${copy}` }],
  };
}

/** Both `res2a_relu` and `res2a` belong to `res2a_`. */
function belongs(name: string | undefined, prefix: string): boolean {
  return name !== undefined && (name.startsWith(prefix) || name === prefix.slice(0, -1));
}

/** Longest first: up to each slash, and up to each underscore, hyphen or dot. */
function prefixesOf(name: string): readonly string[] {
  return [
    `${name}_`,
    `${name}/`,
    ...[...name.matchAll(/[/_.-]/g)].map(({ index }) => name.slice(0, index + 1)).reverse(),
  ];
}
