/**
 * Builds the net of one state from the layers of a file: filters by state rules, connects bottoms to the tops that make
 * them, and makes a new version of a blob at each in-place layer (net.cpp: FilterNet, AppendBottom, AppendTop;
 * insert_splits.cpp).
 */
import { lazy } from '../lazy';
import { none, concat } from '../lists';
import { suggesting, type Problem, type Related, type Span } from '../problems';
import { entriesOf, entryOf, nameSpan } from '../schema/message';
import { nearest, slipOf } from '../text/suggest';
import { nameCopies, nameTaken, type Copies } from './copies';
import { mixedRule, type LayerHead, type NamedPlace } from './heads';
import type { Blob, BottomRef, Layer, Net, NetState, TopRef } from './model';
import type { LayerRule, Registry } from './rules';
import { isIn, mayBeAbsent } from './state';

export interface Lowered {
  readonly net: Net;
  readonly problems: readonly Problem[];
}

/** Unknown names are compared with known ones this many times: in nets of megabytes, the rest gets no suggestions. */
export const maxComparisons = 1 << 17;

/**
 * `isFragment`: bottoms that nothing makes are inputs of unknown shape, unless they look like a misspelt known name.
 */
export function lower(
  name: string,
  heads: readonly LayerHead[],
  state: NetState,
  rules: Registry<LayerRule>,
  isFragment = false,
): Lowered {
  const problems: Problem[] = [];
  const layers: Layer[] = [];
  const blobs: Blob[] = [];
  const latest = new Map<string, Blob>();
  const included = heads.filter((head) => includes(head, state, problems));
  const readers = countReaders(included);
  const copies: Copies = new Map();
  const known = compared(latest);
  const makers = lazy(() => makersOf(heads));
  const mayBeElsewhere = ({ message }: LayerHead, bottom: string): boolean =>
    mayBeAbsent(message) || (isFragment && slipOf(bottom, known()) === undefined);
  for (const head of included) {
    const index = layers.length;
    const bottoms = new Array<BottomRef>(head.bottoms.length);
    for (let i = 0; i < bottoms.length; i++) {
      const { name: bottom, span, isUnread } = head.bottoms[i] as NamedPlace;
      const ref: BottomRef = { name: bottom, span, blob: latest.get(bottom) };
      if (!ref.blob && !isUnread && !mayBeElsewhere(head, bottom))
        problems.push(unknownBottom(head, ref, i, makers(), known()));
      bottoms[i] = ref;
    }
    const tops = new Array<TopRef>(head.tops.length);
    for (let i = 0; i < tops.length; i++) {
      const top = head.tops[i] as NamedPlace;
      const known = latest.get(top.name);
      // A layer that would work in place if its bottom existed has one problem, not two.
      const meant = bottoms[i] !== undefined && bottoms[i]?.blob === undefined;
      const same = known !== undefined && (meant || head.bottoms[i]?.name === top.name);
      // Caffe gives each reader of a shared blob its own copy (Split), and a copy is another blob: not in place.
      const read = known ? (readers[known.layer]?.[known.top] ?? 0) : 0;
      const inPlace = same && read <= 1;
      if (known && !inPlace && isCertain(top, head, included[known.layer]))
        problems.push(madeTwice(head, top, layers[known.layer], same ? read : 0));
      const original = copies.size > 0 ? copies.get(top.name) : undefined;
      if (original !== undefined) problems.push(nameTaken(top.span, original, top.name));
      const blob: Blob = {
        id: blobs.length,
        name: top.name,
        version: known ? known.version + 1 : 0,
        layer: index,
        top: i,
      };
      blobs.push(blob);
      latest.set(top.name, blob);
      tops[i] = { name: top.name, span: top.span, blob, inPlaceOf: inPlace ? i : -1, automatic: false };
    }
    const wanted = rules.get(head.type)?.arity.automaticTops ?? 0;
    for (let i = tops.length; i < wanted; i++) {
      const blob: Blob = { id: blobs.length, name: '(automatic)', version: 0, layer: index, top: i };
      blobs.push(blob);
      tops.push({ name: blob.name, span: head.typeSpan, blob, inPlaceOf: -1, automatic: true });
    }
    const read = readers[index] ?? none;
    const lossOnCopy = topOfMovedLoss(head, read);
    const wrong = concat(lossOnCopy < 0 ? lossWeightCount(head, tops) : none, propagateDownCount(head));
    if (wrong.length > 0) problems.push(...wrong);
    if (read.some(isShared)) problems.push(...nameCopies(head, read, copies, (name) => latest.has(name)));
    const layer: Layer = {
      index,
      name: head.name,
      type: head.type,
      message: head.message,
      nameSpan: head.nameSpan,
      typeSpan: head.typeSpan,
      span: head.span,
      bottoms,
      tops,
    };
    layers.push(lossOnCopy < 0 ? layer : { ...layer, lossOnCopy });
  }
  return { net: { name, state, layers, blobs }, problems };
}

function includes(head: LayerHead, state: NetState, problems: Problem[]): boolean {
  const mixed = mixedRule(head);
  if (mixed) {
    const span = nameSpan(mixed.node);
    problems.push({ code: 'net/include-and-exclude', span, args: { layer: head.name } });
  }
  return isIn(head.includes, head.excludes, state);
}

/**
 * True where two layers certainly make the same top, not in place: the bottom that would make the second one work in
 * place may be hidden by a syntax error.
 */
function isCertain({ isUnread }: NamedPlace, { message }: LayerHead, maker: LayerHead | undefined): boolean {
  return !isUnread && message.damaged !== true && !mayBeAbsent(message) && !mayBeAbsent(maker?.message);
}

/**
 * By layer and top: number of bottoms that read this version of a blob; a `loss_weight` counts as one more
 * (insert_splits.cpp).
 */
function countReaders(heads: readonly LayerHead[]): readonly (readonly number[])[] {
  const latest = new Map<string, { readonly counts: number[]; readonly top: number }>();
  return heads.map(({ bottoms, tops, lossWeights }) => {
    for (let i = 0; i < bottoms.length; i++) {
      const read = latest.get((bottoms[i] as NamedPlace).name);
      if (read) read.counts[read.top] = (read.counts[read.top] ?? 0) + 1;
    }
    const counts = new Array<number>(tops.length).fill(0);
    for (let top = 0; top < tops.length; top++) {
      if (weighs(lossWeights[top])) counts[top] = 1;
      latest.set((tops[top] as NamedPlace).name, { counts, top });
    }
    return counts;
  });
}

/** False where it is not known. */
function weighs(weight: number | null | undefined): boolean {
  return typeof weight === 'number' && weight !== 0;
}

function isShared(readers: number): boolean {
  return readers > 1;
}

/** A top with other readers passes its weight on to a copy, and the layer loses all of its weights; -1 for none. */
function topOfMovedLoss({ tops, lossWeights }: LayerHead, readers: readonly number[]): number {
  return tops.findIndex((_, i) => weighs(lossWeights[i]) && isShared(readers[i] ?? 0));
}

/** Reports unless there is one `loss_weight` per top, or none. */
function lossWeightCount(head: LayerHead, tops: readonly TopRef[]): readonly Problem[] {
  const { lossWeights } = head;
  if (lossWeights.length === 0 || lossWeights.length === tops.length) return none;
  return [countProblem(head, 'loss_weight', 'net/loss-weight-count', lossWeights.length, tops.length)];
}

function propagateDownCount(head: LayerHead): readonly Problem[] {
  if (!entryOf(head.message, 'propagate_down')) return none;
  const found = entriesOf(head.message, 'propagate_down').length;
  if (found === head.bottoms.length) return [];
  return [countProblem(head, 'propagate_down', 'net/propagate-down-count', found, head.bottoms.length)];
}

function countProblem(
  head: LayerHead,
  field: string,
  code: 'net/loss-weight-count' | 'net/propagate-down-count',
  found: number,
  expected: number,
): Problem {
  // The first surplus entry, else the last one.
  const entry = entriesOf(head.message, field)[expected] ?? entryOf(head.message, field);
  const span = entry ? { start: entry.node.start, end: entry.node.end } : head.typeSpan;
  return { code, span, args: { layer: head.name, found, expected } };
}

interface Maker {
  readonly head: LayerHead;
  readonly span: Span;
}

/**
 * By blob: the first two layers with such a top, in any state; the second is needed for a layer that reads its own top.
 */
function makersOf(heads: readonly LayerHead[]): ReadonlyMap<string, readonly Maker[]> {
  const makers = new Map<string, Maker[]>();
  for (const head of heads) {
    for (const { name, span } of head.tops) {
      const known = makers.get(name);
      if (!known) makers.set(name, [{ head, span }]);
      else if (known.length === 1 && known[0]?.head !== head) known.push({ head, span });
    }
  }
  return makers;
}

/** Goes through the names, again and again, until they were compared `maxComparisons` times in all. */
function compared(names: ReadonlyMap<string, unknown>): () => Iterable<string> {
  let comparisons = 0;
  return function* () {
    for (const each of names.keys()) {
      if (comparisons >= maxComparisons) return;
      comparisons++;
      yield each;
    }
  };
}

function unknownBottom(
  head: LayerHead,
  bottom: BottomRef,
  index: number,
  makers: ReadonlyMap<string, readonly Maker[]>,
  known: Iterable<string>,
): Problem {
  const suggestion = nearest(bottom.name, known);
  const maker = makers.get(bottom.name)?.find((other) => other.head !== head);
  const related: Related[] = maker
    ? [{ code: 'made-elsewhere', span: maker.span, args: { layer: maker.head.name } }]
    : [];
  return suggesting(
    { code: 'net/unknown-bottom', span: bottom.span, args: { name: bottom.name, layer: head.name, index }, related },
    suggestion,
  );
}

function madeTwice(head: LayerHead, top: NamedPlace, maker: Layer | undefined, readers: number): Problem {
  const first = maker?.tops.find((candidate) => candidate.name === top.name);
  const related: readonly Related[] =
    first && maker ? [{ code: 'made-here', span: first.span, args: { layer: maker.name } }] : [];
  const { name, span } = top;
  const other = maker?.name ?? head.name;
  return readers > 0
    ? { code: 'net/in-place-of-shared', span, args: { name, layer: head.name, other, readers }, related }
    : { code: 'net/duplicate-top', span, args: { name, other }, related };
}
