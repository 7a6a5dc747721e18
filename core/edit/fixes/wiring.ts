/**
 * Fixes of bottoms and tops: which blob was meant, or is missing. The other layers show it: a blob that no layer reads, a
 * name that no layer makes, the layer's own name.
 */
import type { Analysis } from '../../analysis/analysis';
import type { InferredLayer } from '../../infer/types';
import { allows } from '../../infer/arity';
import type { Layer } from '../../net/model';
import type { Problem, Span } from '../../problems';
import { entriesOf, entryOf, type Message } from '../../schema/message';
import { distance, nearest } from '../../text/suggest';
import { addAfter, addFields } from '../add-field';
import type { Fix, TextChange } from '../change';
import { quoted } from '../quoted';
import { renameTop } from '../rename-top';
import { replaceValue } from '../replace-value';
import { removal, replacement, type Fixer } from './fixer';
import { bestOf, getsGuess } from './guesses';

/** A layer with the problem, and the layers around it in a state that has it. */
interface Place {
  readonly analysis: Analysis;
  readonly found: InferredLayer;
  readonly before: readonly InferredLayer[];
  readonly after: readonly InferredLayer[];
}

function placeOf(analysis: Analysis, { start }: Span): Place | undefined {
  for (const state of analysis.states) {
    const { layers } = analysis.state(state);
    const at = layers.findIndex(({ layer: { span } }) => span.start <= start && start < span.end);
    const found = layers[at];
    if (found) return { analysis, found, before: layers.slice(0, at), after: layers.slice(at + 1) };
  }
  return undefined;
}

/** How far back a blob is looked for that no layer reads. */
const mostUnread = 4;

/**
 * The blobs that a layer may be meant to read, the most likely first: its own top, where the layer works in place; what such
 * layers usually read (`label`), and layers that share a bottom with it; blobs that no layer reads; what the preceding layer
 * makes.
 */
function likelyBottoms(place: Place): readonly string[] {
  const { found, before, after } = place;
  const { layer, rule } = found;
  const made = [...new Set(before.toReversed().flatMap(({ layer: { tops } }) => tops.map(({ name }) => name)))];
  const own = new Set(layer.bottoms.map(({ name }) => name));
  const read = readNames(place);
  const inPlace = layer.tops.map(({ name }) => name).filter((name) => !own.has(name));
  const alike = [...before, ...after]
    .filter((one) => one.layer.bottoms.some(({ name }) => own.has(name)))
    .flatMap((one) => one.layer.bottoms.map(({ name }) => name))
    .filter((name) => !own.has(name));
  const usual = rule?.skeleton?.bottoms ?? [];
  const unread = made.filter((name) => !read.has(name) && !own.has(name)).slice(0, mostUnread);
  const rest = made.filter((name) => !own.has(name)).slice(0, 2);
  const all = [...inPlace, ...usual, ...alike.slice(0, 1), ...unread, ...rest, ...made.slice(0, 1), ...own];
  return [...new Set(all)].filter((name) => made.includes(name));
}

function readNames({ found, before, after }: Place): ReadonlySet<string> {
  return new Set([...before, found, ...after].flatMap(({ layer: { bottoms } }) => bottoms.map(({ name }) => name)));
}

/**
 * The nearest name of a blob that an earlier layer produces; or a correction of that layer's top, if the layer's name shows that
 * the top is misspelled. If no name is near, or it differs by a number (`conv2` for `conv3`): a blob that the layer may be meant to
 * read, or a top that an earlier layer lacks.
 */
export const knownBottom: Fixer<'net/unknown-bottom'> = (analysis, problem) => {
  const { span, args, related = [] } = problem;
  const { name } = args;
  // Made elsewhere: later, or in another state.
  if (typeof name !== 'string' || name === '' || related.length > 0) return [];
  const place = placeOf(analysis, span);
  const near = nearestMade(analysis, place, span, name);
  const fix = near === undefined ? undefined : replacement(analysis, span, near);
  const rename = place && near !== undefined ? renamedMaker(place, near, name) : undefined;
  if (rename && fix) return [rename, { ...fix, guess: 'name' }];
  if (fix && near !== undefined && !isOtherNumber(name, near)) return [{ ...fix, guess: 'name' }];
  if (!place) return [];
  const best = getsGuess(analysis, problem)
    ? bestOf(analysis, problem, [
        ...ofNamesake(place, span, name),
        lackingTop(place, name),
        fix,
        ...likelyBottoms(place).map((blob) => replacement(analysis, span, blob)),
      ])
    : [];
  return best.length > 0 || !fix ? best : [{ ...fix, guess: 'value' }];
};

/** Of names that are equally near, one that no layer reads. */
function nearestMade(analysis: Analysis, place: Place | undefined, { start }: Span, name: string): string | undefined {
  const made = [...analysis.names.blobs]
    .filter(([, places]) => places.some(({ role, layerSpan }) => role !== 'bottom' && layerSpan.end <= start))
    .map(([blob]) => blob);
  const near = nearest(name, made);
  if (near === undefined || !place) return near;
  const read = readNames(place);
  const unread = nearest(
    name,
    made.filter((blob) => !read.has(blob)),
  );
  return unread !== undefined && distance(name, unread) <= distance(name, near) ? unread : near;
}

/** The names of two blobs that differ in nothing but a number. */
function isOtherNumber(a: string, b: string): boolean {
  return a !== b && a.replace(/\d+/g, '#') === b.replace(/\d+/g, '#');
}

/**
 * An earlier layer of that name, which makes another blob, or none: its top gets the name, or the bottom that of the blob. The latter
 * first where other layers read the blob.
 */
function ofNamesake({ analysis, before, after }: Place, span: Span, name: string): readonly Fix[] {
  const maker = before.findLast(({ layer }) => layer.name === name && layer.message.node !== undefined)?.layer;
  const [top, ...others] = maker?.tops ?? [];
  if (!maker || others.length > 0 || top?.automatic) return [];
  if (!top) return [addition(analysis.text, maker, 'top', name)].filter((fix) => fix !== undefined);
  const isRead = [...before, ...after].some(
    ({ layer }) => layer.index > maker.index && layer.bottoms.some((bottom) => bottom.name === top.name),
  );
  const fixes = [renamed(analysis, maker, top.span, name), replacement(analysis, span, top.name)];
  return isRead ? fixes.reverse() : fixes;
}

function renamed({ text }: Analysis, { name: layer }: Layer, top: Span, name: string): Fix {
  return { id: 'rename-maker', args: { layer, name }, changes: [replaceValue(text, top, name)], guess: 'name' };
}

/** Where a top is less like the name of its layer than the name that was asked for, the top is misspelled. */
function renamedMaker({ analysis, before, after, found }: Place, near: string, wanted: string): Fix | undefined {
  const maker = before.findLast(({ layer: { tops } }) => tops.some(({ name }) => name === near))?.layer;
  const top = maker?.tops.find(({ name }) => name === near);
  if (!maker || !top || maker.message.node === undefined || top.inPlaceOf >= 0) return undefined;
  const readers = [found, ...before, ...after].flatMap(({ layer: { bottoms } }) => bottoms.map(({ name }) => name));
  const isRead = readers.includes(near);
  const isWantedOften = readers.filter((name) => name === wanted).length > 1;
  if (isRead || !(isWantedOften || distance(wanted, maker.name) < distance(near, maker.name))) return undefined;
  return renamed(analysis, maker, top.span, wanted);
}

/** The name as a top of an earlier layer: one that is named like it, or usually has such a top (`label`). */
function lackingTop({ analysis: { text }, before }: Place, name: string): Fix | undefined {
  const maker = before.findLast(
    ({ layer, rule }) =>
      rule !== undefined &&
      layer.message.node !== undefined &&
      allows(rule.arity.tops, layer.tops.length + 1) &&
      !rule.arity.paired &&
      ((layer.name.length > 2 && name.startsWith(layer.name)) || rule.skeleton?.tops?.includes(name) === true),
  )?.layer;
  return maker && addition(text, maker, 'top', name);
}

/** Adds the bottom that is missing, or removes those that are too many. */
export const bottoms: Fixer<'net/bottom-count'> = (analysis, problem) => {
  const place = placeOf(analysis, problem.span);
  const range = place?.found.rule?.arity.bottoms;
  if (!place || !range) return [];
  const { layer } = place.found;
  const { min = 0, max = Infinity } = range;
  if (layer.bottoms.length > max) return surplus(analysis, problem, layer.message, 'bottom', max);
  // With several missing, a guess would only be a part of the fix.
  if (layer.bottoms.length !== min - 1 || !getsGuess(analysis, problem)) return [];
  const candidates = likelyBottoms(place).flatMap((blob) => [
    addition(analysis.text, layer, 'bottom', blob),
    ...(layer.bottoms.length > 0 ? [addition(analysis.text, layer, 'bottom', blob, 'first')] : []),
  ]);
  return bestOf(analysis, problem, candidates);
};

/**
 * Adds the top that is missing: a name that later layers read and no layer makes; the bottom's, where the layer usually works in
 * place and later layers read it; else the layer's name.
 */
export const tops: Fixer<'net/top-count'> = (analysis, problem) => {
  const place = placeOf(analysis, problem.span);
  const range = place?.found.rule?.arity.tops;
  if (!place || !range) return [];
  const {
    found: { layer, rule },
    after,
  } = place;
  const { min = 0, max = Infinity } = range;
  if (layer.tops.length > max) return surplus(analysis, problem, layer.message, 'top', max);
  if (layer.tops.length !== min - 1 && !(layer.tops.length === 0 && layer.bottoms.length > 0)) return [];
  const later = after.flatMap((one) => one.layer.bottoms);
  const wanted = later.filter(({ blob }) => blob === undefined).map(({ name }) => name);
  const [bottom] = layer.bottoms;
  const isInPlace = rule?.skeleton?.inPlace === true && later.some(({ name }) => name === bottom?.name);
  const near = nearest(layer.name, wanted);
  const names = [
    ...(near === undefined ? [] : [near]),
    ...wanted.slice(0, 2),
    ...(isInPlace && bottom ? [bottom.name] : []),
    layer.name,
  ];
  return bestOf(
    analysis,
    problem,
    names.filter((name) => name !== '').map((name) => addition(analysis.text, layer, 'top', name)),
    'independent',
  );
};

/** A name that later layers read and no layer makes is this top's; else a name of its own, which its readers get as well. */
export const ownTop: Fixer<'net/duplicate-top'> = (analysis, problem) => {
  const { span } = problem;
  const renamed = renameTop(analysis, span);
  const place = placeOf(analysis, span);
  const fixes = renamed ? [renamed] : [];
  if (!place) return fixes;
  const { found, after } = place;
  const top = found.layer.tops.find((one) => one.span.start === span.start);
  if (!top) return fixes;
  const only = (name: string): Fix => ({ ...replacement(analysis, span, name), guess: 'name' });
  const wanted = after
    .flatMap(({ layer }) => layer.bottoms)
    .filter(({ blob }) => blob === undefined)
    .map(({ name }) => name);
  const near = wanted.includes(found.layer.name) ? found.layer.name : nearest(found.layer.name, wanted);
  if (near !== undefined) return bestOf(analysis, problem, [only(near), ...fixes]);
  // A copied layer is usually followed by a copy of its reader; readers further on mean the earlier blob.
  const isReadNext = after[0]?.layer.bottoms.some(({ name }) => name === top.name) === true;
  const own = found.layer.name;
  const isFree = own !== '' && !analysis.names.blobs.has(own);
  return isReadNext || !isFree ? fixes : [only(own), ...fixes];
};

function surplus(
  analysis: Analysis,
  problem: Problem,
  message: Message,
  field: 'bottom' | 'top',
  max: number,
): readonly Fix[] {
  const nodes = [...new Set(entriesOf(message, field).map(({ node }) => node))];
  const extra = nodes.length - max;
  if (extra <= 0 || nodes.some(({ value }) => value?.kind === 'list')) return [];
  return bestOf(analysis, problem, [removal(analysis.tree, nodes.slice(max), field)]);
}

/** A bottom or top of a layer, after its others (or before them), else where it is usually written. */
function addition(
  text: string,
  { message }: Layer,
  field: 'bottom' | 'top',
  name: string,
  where: 'last' | 'first' = 'last',
): Fix | undefined {
  const { node } = message;
  if (!node) return undefined;
  const written = `${field}: ${quoted(name)}`;
  const own = entriesOf(message, field);
  const before =
    (where === 'last' ? own.at(-1) : undefined) ??
    (field === 'top' ? entriesOf(message, 'bottom').at(-1) : undefined) ??
    entryOf(message, 'type') ??
    entryOf(message, 'name');
  const change: TextChange = before ? addAfter(text, before.node, written) : addFields(text, node, [written]);
  return { id: 'add', args: { fields: written }, changes: [change] };
}
