/** From a message in a log to the field that it is about. */
import type { Analysis } from '../analysis/analysis';
import { costOf } from '../cost/cost';
import { bytes, part } from '../cost/format';
import type { InferredLayer } from '../infer/types';
import { log } from '../messages/en/log';
import { memoize } from '../lazy';
import { appended, firstIndexOf } from '../lists';
import { formatShape, sameShape } from '../net/shape';
import { isError, type Arguments, type Problem, type Span } from '../problems';
import { entriesOf, nameSpan, valueSpan, type Message } from '../schema/message';
import { readLog, type Reported } from './read';

/** A sentence of `messages/en/log.ts`; or a problem of the analysis at the same place, which says more. */
export type Explanation =
  | { readonly kind: 'said'; readonly sentence: LogSentence; readonly args: Arguments; readonly span: Span | undefined }
  | { readonly kind: 'problem'; readonly problem: Problem };

export type LogSentence = keyof typeof log;

/** The most likely cause first; at least one. */
export function explainLog(analysis: Analysis, logged: string): readonly Explanation[] {
  const reported = readLog(logged);
  const faults = lastDistinct(reported.filter(({ kind }) => kind !== 'shape')).flatMap((one) => explain(analysis, one));
  // The fatal message is the last of a log; a check only adds to the error that libprotobuf reported before it.
  const ordered = [...faults].reverse().sort((a, b) => rank(a) - rank(b));
  const shapes = reported.some(({ kind }) => kind === 'shape') ? [compareShapes(analysis, reported)] : [];
  return ordered.length + shapes.length > 0 ? unique([...ordered, ...shapes]) : [nearestHelp(analysis)];
}

/** A log may repeat its messages thousands of times, and the fatal one is among the last. */
const mostExplained = 100;

function lastDistinct(reported: readonly Reported[]): readonly Reported[] {
  const distinct = new Map<string, Reported>();
  for (let i = reported.length - 1; i >= 0 && distinct.size < mostExplained; i--) {
    const one = reported[i] as Reported;
    const key = JSON.stringify(one);
    if (!distinct.has(key)) distinct.set(key, one);
  }
  return [...distinct.values()].reverse();
}

/** A training log repeats the same messages for each iteration. */
function unique(explanations: readonly Explanation[]): readonly Explanation[] {
  return [...new Map(explanations.map((one) => [keyOf(one), one])).values()];
}

function keyOf(one: Explanation): string {
  return one.kind === 'problem'
    ? `${one.problem.code} ${one.problem.span.start}`
    : JSON.stringify([one.sentence, one.span, one.args]);
}

function rank(explanation: Explanation): number {
  if (explanation.kind === 'problem') return 0;
  return explanation.span ? (explanation.sentence === 'check' ? 1 : 0) : 2;
}

function explain(analysis: Analysis, reported: Reported): readonly Explanation[] {
  const { text } = reported;
  const said = (sentence: LogSentence, span: Span | undefined, args: Arguments = {}): readonly Explanation[] => [
    known(analysis, span) ?? { kind: 'said', sentence: span ? sentence : 'not-here', args: { text, ...args }, span },
  ];
  switch (reported.kind) {
    case 'parse':
      return explainParse(analysis, reported);
    case 'field':
      return said('field', fieldNamed(analysis, reported.field), { field: reported.field });
    case 'bottom': {
      const layer = layerNamed(analysis, reported.layer)?.layer;
      const bottom = layer?.bottoms[reported.index] ?? layer?.bottoms.find(({ name }) => name === reported.blob);
      return said('bottom', bottom?.span, { layer: reported.layer });
    }
    case 'top':
      return said('top', topOf(analysis, reported.blob));
    case 'type': {
      const layer = reported.layer === undefined ? undefined : layerNamed(analysis, reported.layer);
      const found = layer?.layer.type === reported.type ? layer : firstOfType(analysis, reported.type);
      return said('type', found?.layer.typeSpan, { type: reported.type });
    }
    case 'layer':
      return said('layer', layerNamed(analysis, reported.layer)?.layer.nameSpan, { layer: reported.layer });
    case 'blobs': {
      const { layer, net, model } = reported;
      const found = layerNamed(analysis, layer)?.layer;
      // NVIDIA's BatchNorm has a scale and a shift of its own.
      const isNvidia = found?.type === 'BatchNorm' && [net, model].includes('5');
      return said(isNvidia ? 'blobs-of-batch-norm' : 'blobs', found?.nameSpan, { layer, net, model });
    }
    case 'arity': {
      const named = reported.layer === undefined ? undefined : layerNamed(analysis, reported.layer);
      const found = named ?? suspect(analysis, ({ layer }) => layer.type === reported.type);
      return atLayer(analysis, found, reported.text);
    }
    case 'file': {
      const { path } = reported;
      const named = analysis.references.find(
        (one) => one.path === path || path.endsWith(`/${one.path}`) || one.path.endsWith(`/${path}`),
      );
      return said('file', named?.span, { path });
    }
    case 'database': {
      const layer = reported.layer === undefined ? undefined : layerNamed(analysis, reported.layer);
      const source = layer ?? everyLayer(analysis).find(({ layer: { message } }) => spanOf(message, 'source'));
      return said('database', source && spanOf(source.layer.message, 'source'));
    }
    case 'write':
      return said('write', analysis.message && spanOf(analysis.message, 'snapshot_prefix'));
    case 'memory':
      return [explainMemory(analysis, text)];
    case 'diverged':
      return [explainDiverged(analysis, reported)];
    case 'atc':
      return explainAtc(analysis, reported);
    case 'check': {
      const named = reported.layer === undefined ? undefined : layerNamed(analysis, reported.layer);
      const found = named ?? suspect(analysis, ({ layer }) => isSourceOf(reported.source, layer.type));
      return atLayer(analysis, found, text);
    }
    case 'complaint': {
      const found = namedIn(analysis, text);
      return found ? said('layer', found.layer.nameSpan, { layer: found.layer.name }) : [];
    }
    case 'shape':
      return [];
  }
}

function explainParse(
  analysis: Analysis,
  { line, column, counts, text }: Extract<Reported, { kind: 'parse' }>,
): readonly Explanation[] {
  const offset = offsetOf(analysis.text, line, column, counts);
  // Python reports an unknown name at its own place, libprotobuf in C++ at the token after it.
  const before = counts === 'bytes' ? reportedBefore(analysis, offset) : undefined;
  if (before) return [{ kind: 'problem', problem: before }];
  const span = tokenAt(analysis.text, offset);
  return [known(analysis, span) ?? { kind: 'said', sentence: 'parse', args: { text, line, column }, span }];
}

/** What a failed condition is about: the analysis's own error in that layer, or its only error. */
function atLayer(analysis: Analysis, found: InferredLayer | undefined, text: string): readonly Explanation[] {
  const errors = errorsIn(analysis, found?.layer.span);
  const problem = found ? errors[0] : errors.length === 1 ? errors[0] : undefined;
  if (problem) return [{ kind: 'problem', problem }];
  return [{ kind: 'said', sentence: found ? 'check' : 'not-here', args: { text }, span: found?.layer.nameSpan }];
}

function explainMemory(analysis: Analysis, text: string): Explanation {
  const state = analysis.kind === 'net' ? analysis.states[0] : undefined;
  if (!state) return { kind: 'said', sentence: 'memory', args: { text }, span: undefined };
  const { layers, required, total } = costOf(analysis.state(state));
  const batch = layers
    .map(({ inferred }) => spanOf(inferred.layer.message, 'batch_size'))
    .find((span) => span !== undefined);
  const blobs = required === null ? part(total.memory, bytes) : bytes(required);
  return {
    kind: 'said',
    sentence: 'memory-of-net',
    args: { text, blobs, weights: part(total.params, (values) => bytes(4 * values)) },
    span: batch ?? layers[0]?.inferred.layer.nameSpan,
  };
}

function explainDiverged(
  analysis: Analysis,
  { output, value, text }: Extract<Reported, { kind: 'diverged' }>,
): Explanation {
  const layers = everyLayer(analysis);
  const loss =
    layers.find(({ layer: { tops }, rule }) => rule?.arity.automaticTops && tops.some(({ name }) => name === output)) ??
    layers.find(({ rule }) => rule?.arity.automaticTops);
  const rate = analysis.kind === 'solver' && analysis.message ? spanOf(analysis.message, 'base_lr') : undefined;
  return { kind: 'said', sentence: value, args: { text }, span: loss?.layer.nameSpan ?? rate };
}

function explainAtc(analysis: Analysis, { code, text }: Extract<Reported, { kind: 'atc' }>): readonly Explanation[] {
  const root = analysis.tree.root.fields;
  const field = (...names: readonly string[]): Span | undefined => {
    const found = root.find(({ name }) => names.includes(name));
    return found && nameSpan(found);
  };
  const named = namedIn(analysis, text);
  const spans: Readonly<Record<string, Span | undefined>> = {
    E11001: field('input_dim'),
    E11003: field('input_dim'),
    E11004: field('input_shape', 'input'),
    E11005: named?.layer.nameSpan ?? field('input') ?? everyLayer(analysis)[0]?.layer.nameSpan,
    E11008: firstOfType(analysis, 'DetectionOutput')?.layer.typeSpan,
    E11021: field('layers'),
  };
  const span = spans[code] ?? named?.layer.nameSpan;
  const args = { text, layer: named?.layer.name ?? null, type: named?.layer.type ?? null };
  if (code in log) return [{ kind: 'said', sentence: code as LogSentence, args, span }];
  return [{ kind: 'said', sentence: span ? 'layer' : 'not-here', args, span }];
}

/** Where no line is a known message. */
function nearestHelp(analysis: Analysis): Explanation {
  const errors = errorsOf(analysis);
  return {
    kind: 'said',
    sentence: errors.length > 0 ? 'nothing-but-errors' : 'nothing',
    args: { count: errors.length, caffe: analysis.dialect.label },
    span: errors[0]?.span,
  };
}

/** The error of the analysis at a place, which says more than the log. */
function known({ problems }: Analysis, span: Span | undefined): Explanation | undefined {
  const problem =
    span && problems.find((one) => isError(one) && one.span.start <= span.end && span.start <= one.span.end);
  return problem && { kind: 'problem', problem };
}

/** libprotobuf in C++ reports an unknown name only after it has read it, at the next token. */
function reportedBefore({ textProblems, text }: Analysis, offset: number): Problem | undefined {
  return textProblems.find(
    ({ span }) => span.end <= offset && span.end >= offset - maxGap && /^[\s:]*$/.test(text.slice(span.end, offset)),
  );
}

/** Limit on the whitespace and colon between two tokens. */
const maxGap = 200;

/** In the order of the text. */
function errorsIn(analysis: Analysis, within: Span | undefined): readonly Problem[] {
  const errors = errorsOf(analysis);
  if (!within) return errors;
  const from = firstIndexOf(errors, ({ span }) => span.start >= within.start);
  const to = firstIndexOf(errors, ({ span }) => span.start > within.end);
  return errors.slice(from, to).filter(({ span }) => span.end <= within.end);
}

const errorsOf = memoize(({ problems }: Analysis): readonly Problem[] => problems.filter(isError));

/** Where the shapes in the log and those of the analysis differ, or that they agree. */
function compareShapes(analysis: Analysis, reported: readonly Reported[]): Explanation {
  const said = (sentence: LogSentence, args: Arguments, span: Span | undefined): Explanation => ({
    kind: 'said',
    sentence,
    args,
    span,
  });
  let compared = 0;
  let last: Span | undefined;
  for (const one of reported) {
    if (one.kind !== 'shape') continue;
    const found = layersByName(analysis).get(one.layer) ?? [];
    const [first] = found;
    // Layers that Caffe adds, such as Splits, are not in the file.
    if (!first) continue;
    compared++;
    const top = first.layer.tops[one.index];
    last = top?.span ?? first.layer.nameSpan;
    if (found.some(({ tops }) => tops[one.index] === null || sameShape(tops[one.index] ?? null, one.shape))) continue;
    return said(
      'shape-differs',
      {
        layer: one.layer,
        blob: top?.name ?? '',
        shape: formatShape(one.shape),
        ours: formatShape(first.tops[one.index] ?? null),
      },
      last,
    );
  }
  return compared === 0 ? said('no-layer', {}, undefined) : said('shapes-agree', { count: compared }, last);
}

function topOf({ names, problems }: Analysis, blob: string): Span | undefined {
  const twice = problems.find(
    ({ code, args }) => (code === 'net/duplicate-top' || code === 'net/in-place-of-shared') && args['name'] === blob,
  );
  const tops = (names.blobs.get(blob) ?? []).filter(({ role }) => role === 'top');
  return twice?.span ?? tops.at(-1)?.span;
}

function layerNamed(analysis: Analysis, name: string): InferredLayer | undefined {
  return layersByName(analysis).get(name)?.[0];
}

function firstOfType(analysis: Analysis, type: string): InferredLayer | undefined {
  return everyLayer(analysis).find(({ layer }) => layer.type === type);
}

/** Of the layers that a message may be about, the first with an error; else the first. */
function suspect(analysis: Analysis, fits: (layer: InferredLayer) => boolean): InferredLayer | undefined {
  const fitting = everyLayer(analysis).filter(fits);
  return fitting.find(({ layer }) => errorsIn(analysis, layer.span).length > 0) ?? fitting[0];
}

/** `inner_product_layer.cpp` is the source of InnerProduct. */
function isSourceOf(source: string | undefined, type: string): boolean {
  const file = source && /^(?:cudnn_)?(\w+?)_layer\.(?:cpp|cu|hpp)$/.exec(source)?.[1];
  return file !== undefined && file.replaceAll('_', '') === type.toLowerCase();
}

/** The layer that a line names, by its name in quotes, brackets or after a word for a layer; else by its type. */
function namedIn(analysis: Analysis, line: string): InferredLayer | undefined {
  const quoted = [...line.matchAll(/['"[(]([^'"[\](),]+)|\b(?:layer|op|node|operator)\b:? +([^\s,;]+)/gi)].map(
    ([, one, other]) => (one ?? other ?? '').slice(0, longestQuoted).replace(/[.,:;'"\])]+$/, ''),
  );
  const words = new Set(line.split(/[^\w.]+/));
  const layers = everyLayer(analysis);
  return (
    layers.find(({ layer }) => layer.name !== '' && quoted.includes(layer.name)) ??
    layers.find(({ layer }) => layer.type !== '' && words.has(layer.type))
  );
}

/** A longer name in a message is not looked up. */
const longestQuoted = 300;

/** Of all states, one after the other. */
const everyLayer = memoize(({ kind, states, state }: Analysis): readonly InferredLayer[] =>
  kind === 'net' ? states.flatMap((one) => state(one).layers) : [],
);

const layersByName = memoize((analysis: Analysis): ReadonlyMap<string, readonly InferredLayer[]> => {
  const layers = new Map<string, InferredLayer[]>();
  for (const one of everyLayer(analysis)) layers.set(one.layer.name, appended(layers.get(one.layer.name), one));
  return layers;
});

/** The first field of that name in a message, or in one within it. */
function spanOf(message: Message, name: string): Span | undefined {
  const [entry] = entriesOf(message, name);
  if (entry) return valueSpan(entry);
  for (const { value } of message.entries) {
    const found = typeof value === 'object' ? spanOf(value, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

function fieldNamed({ text }: Analysis, name: string): Span | undefined {
  const start = text.search(new RegExp(`(?<![\\w"'.])${name}(?=\\s*[:{<])`));
  return start < 0 ? undefined : { start, end: start + name.length };
}

/** A line and column, from 1, as an offset. See `Reported`. */
export function offsetOf(text: string, line: number, column: number, counts: 'bytes' | 'characters' = 'bytes'): number {
  let at = 0;
  for (let i = 1; i < line; i++) {
    const next = text.indexOf('\n', at);
    if (next < 0) break;
    at = next + 1;
  }
  let reached = 1;
  while (at < text.length && reached < column && text[at] !== '\n') {
    const code = text.codePointAt(at) ?? 0;
    reached += counts === 'characters' ? 1 : columnsOf(code, reached);
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

function columnsOf(code: number, column: number): number {
  if (code === 9) return 8 - ((column - 1) % 8);
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function tokenAt(text: string, offset: number): Span {
  const word = /^[\w."'-]+|^[^\s]/.exec(text.slice(offset, offset + 200))?.[0];
  return { start: offset, end: offset + (word?.length ?? 0) };
}
