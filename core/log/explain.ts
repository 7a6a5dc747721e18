/** From what Caffe logged to the field that it is about. */
import type { Analysis } from '../analysis/analysis';
import { isError, type Arguments, type Problem, type Span } from '../problems';
import type { InferredLayer } from '../infer/types';
import type { log } from '../messages/en/log';
import { formatShape, sameShape } from '../net/shape';
import { readLog, type Told } from './read';

/** Its sentence is in `messages/en/log.ts`; where our own analysis has the very problem, that is said instead. */
export type Explanation =
  | { readonly kind: 'said'; readonly sentence: LogSentence; readonly args: Arguments; readonly span: Span | undefined }
  | { readonly kind: 'problem'; readonly problem: Problem };

export type LogSentence = keyof typeof log;

/** The likeliest first; at least one. */
export function explainLog(analysis: Analysis, logged: string): readonly Explanation[] {
  const told = readLog(logged);
  const faults = told.filter(({ kind }) => kind !== 'shape').flatMap((one) => explain(analysis, one));
  // What stopped Caffe stands at the end of its log; a check only adds to the error that libprotobuf reported before it.
  const ordered = [...faults].reverse().sort((a, b) => rank(a) - rank(b));
  const shapes = told.some(({ kind }) => kind === 'shape') ? [compareShapes(analysis, told)] : [];
  return ordered.length + shapes.length > 0
    ? [...ordered, ...shapes]
    : [{ kind: 'said', sentence: 'nothing', args: {}, span: undefined }];
}

function rank(explanation: Explanation): number {
  if (explanation.kind === 'problem') return 0;
  return explanation.span ? (explanation.sentence === 'check' ? 1 : 0) : 2;
}

function explain(analysis: Analysis, told: Told): readonly Explanation[] {
  const { text } = told;
  const said = (sentence: LogSentence, span: Span | undefined, args: Arguments = {}): readonly Explanation[] => [
    known(analysis, span) ?? { kind: 'said', sentence: span ? sentence : 'not-here', args: { text, ...args }, span },
  ];
  switch (told.kind) {
    case 'parse': {
      const offset = offsetOf(analysis.text, told.line, told.column);
      const before = reportedAt(analysis, offset);
      return before
        ? [{ kind: 'problem', problem: before }]
        : said('parse', tokenAt(analysis.text, offset), { line: told.line, column: told.column });
    }
    case 'bottom': {
      const layer = layerNamed(analysis, told.layer)?.layer;
      return said(
        'bottom',
        (layer?.bottoms[told.index] ?? layer?.bottoms.find(({ name }) => name === told.blob))?.span,
        { layer: told.layer },
      );
    }
    case 'top': {
      const tops = (analysis.names.blobs.get(told.blob) ?? []).filter(({ role }) => role === 'top');
      const twice = analysis.problems.find(
        ({ code, args }) =>
          (code === 'net/top-made-twice' || code === 'net/in-place-of-shared') && args['name'] === told.blob,
      );
      return said('top', twice?.span ?? tops.at(-1)?.span);
    }
    case 'type':
      return said('type', everyLayer(analysis).find(({ layer }) => layer.type === told.type)?.layer.typeSpan);
    case 'layer':
      return said('layer', layerNamed(analysis, told.layer)?.layer.nameSpan, { layer: told.layer });
    case 'file':
      return said(
        'file',
        analysis.references.find(
          ({ path }) => path === told.path || told.path.endsWith(`/${path}`) || path.endsWith(`/${told.path}`),
        )?.span,
        { path: told.path },
      );
    case 'check': {
      const found = told.layer === undefined ? undefined : layerNamed(analysis, told.layer);
      const problem =
        errorsIn(analysis, found?.layer.span)[0] ?? (found ? undefined : errorsIn(analysis, undefined)[0]);
      return problem
        ? [{ kind: 'problem', problem }]
        : said('check', found?.layer.nameSpan, { layer: told.layer ?? '' });
    }
    case 'shape':
      return [];
  }
}

/** The problem that our own analysis has at a place, which says more than the log. */
function known({ problems }: Analysis, span: Span | undefined): Explanation | undefined {
  const problem =
    span && problems.find((one) => isError(one) && one.span.start <= span.end && span.start <= one.span.end);
  return problem && { kind: 'problem', problem };
}

/** libprotobuf reports names that it does not know only after it has read them, at the token behind. */
function reportedAt({ textProblems, text }: Analysis, offset: number): Problem | undefined {
  return textProblems.find(
    (problem) =>
      isError(problem) && problem.span.end <= offset && /^[\s:]*$/.test(text.slice(problem.span.end, offset)),
  );
}

function errorsIn({ problems }: Analysis, within: Span | undefined): readonly Problem[] {
  const errors = problems.filter(isError);
  return within
    ? errors.filter(({ span }) => within.start <= span.start && span.end <= within.end)
    : errors.length === 1
      ? errors
      : [];
}

/** Where the log's shapes and ours part, or that they don't. */
function compareShapes(analysis: Analysis, told: readonly Told[]): Explanation {
  const said = (sentence: LogSentence, args: Arguments, span: Span | undefined): Explanation => ({
    kind: 'said',
    sentence,
    args,
    span,
  });
  let compared = 0;
  let last: Span | undefined;
  for (const one of told) {
    if (one.kind !== 'shape') continue;
    const found = everyLayer(analysis).filter(({ layer }) => layer.name === one.layer);
    const [first] = found;
    // Splits and other layers that Caffe adds are in no file.
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

function layerNamed(analysis: Analysis, name: string): InferredLayer | undefined {
  return everyLayer(analysis).find(({ layer }) => layer.name === name);
}

function everyLayer({ kind, states, state }: Analysis): readonly InferredLayer[] {
  return kind === 'net' ? states.flatMap((one) => state(one).layers) : [];
}

/** libprotobuf's line and column, from 1, to an offset. */
export function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let i = 1; i < line; i++) {
    const next = text.indexOf('\n', at);
    if (next < 0) break;
    at = next + 1;
  }
  let reached = 1;
  while (at < text.length && reached < column && text[at] !== '\n') {
    const code = text.codePointAt(at) ?? 0;
    reached += code === 9 ? 8 - ((reached - 1) % 8) : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

function tokenAt(text: string, offset: number): Span {
  const word = /^[\w."'-]+|^[^\s]/.exec(text.slice(offset, offset + 200))?.[0];
  return { start: offset, end: offset + (word?.length ?? 0) };
}
