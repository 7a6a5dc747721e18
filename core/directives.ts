/**
 * What comments tell the engine: `# prototxt: datum 3x256x256`, `# prototxt: weights vgg.caffemodel`, `# prototxt: phase=TEST stage=a level=1`,
 * `# prototxt: schema=ssd`, and the `# proto-file:` and `# proto-message:` of other tools. What can't be understood is
 * a comment like any other, and told of.
 */
import type { FileKind } from './kind';
import type { NetState } from './net/model';
import type { Span } from './problems';
import { Char } from './text/characters';
import type { Tree } from './text/tree';

export interface Directives {
  /** Channels × height × width of one record of the data layers. */
  readonly datum: readonly number[] | undefined;
  /** The state to analyse instead of those that the file serves. */
  readonly state: NetState | undefined;
  /** The dialect's name, or the path of a proto, as written. */
  readonly schema: string | undefined;
  /** Where `schema` stands in the text. */
  readonly schemaSpan: Span | undefined;
  /** `# prototxt: weights models/vgg.caffemodel`: the file of weights that the net starts from, by its place in the text. */
  readonly weights: Span | undefined;
  /** What the file is, where `# proto-message:` says it. */
  readonly kind: FileKind | undefined;
  /** The words of those that begin with `# prototxt:` and go on with nothing that is known. */
  readonly unread: readonly Span[];
}

export function directivesOf(tree: Tree): Directives {
  let datum: readonly number[] | undefined;
  let state: NetState | undefined;
  let schemaSpan: Span | undefined;
  let kind: FileKind | undefined;
  let weights: Span | undefined;
  const unread: Span[] = [];
  for (const { start, end } of tree.comments) {
    // The text is looked at only where it can be a directive: a file may have thousands of comments.
    const first = skipBlanks(tree.text, start + 1, end);
    if (!tree.text.startsWith('proto', first)) continue;
    schemaSpan ??= spanAt(tree.text, 'proto-file:', first, end);
    kind ??= kindOfMessage(textAt(tree.text, spanAt(tree.text, 'proto-message:', first, end)));
    if (!tree.text.startsWith('prototxt:', first)) continue;
    const behind = pathBehind('prototxt:', tree.text, start, end);
    const words = tree.text.slice(behind.start, behind.end).split(/\s+/);
    const read = {
      datum: words[0] === 'datum' ? parseDatum(words[1] ?? '') : undefined,
      state: stateOf(words),
      weights: words[0] === 'weights' && words.length > 1 ? pathBehind('weights', tree.text, start, end) : undefined,
      schema: wordAt(tree.text, 'schema=', behind),
    };
    datum ??= read.datum;
    state ??= read.state;
    weights ??= read.weights;
    schemaSpan ??= read.schema;
    if (behind.start < behind.end && Object.values(read).every((value) => value === undefined)) unread.push(behind);
  }
  const schema = textAt(tree.text, schemaSpan);
  return { datum, state, schema, schemaSpan, weights, kind, unread };
}

/** How references from such comments are called among those of fields. */
export const weightsDirective = '# prototxt: weights';
export const schemaDirective = '# prototxt: schema';

/** True where a schema is named by the path of a proto, and not by a dialect's id. */
export function isProtoPath(name: string): boolean {
  return name.includes('/') || name.includes('\\') || name.endsWith('.proto');
}

/** The rest of the comment behind a word: a path may have blanks in it. */
function pathBehind(word: string, text: string, from: number, to: number): Span {
  const behind = text.indexOf(word, from) + word.length;
  const start = skipBlanks(text, behind, to);
  return { start, end: start + text.slice(start, to).trimEnd().length };
}

/** `3x256x256` → [3, 256, 256]; undefined for anything else. */
export function parseDatum(text: string): readonly number[] | undefined {
  const match = /^(\d{1,9})[x×,](\d{1,9})[x×,](\d{1,9})$/i.exec(text);
  if (!match) return undefined;
  const shape = match.slice(1).map(Number);
  return shape.every((dim) => dim > 0) ? shape : undefined;
}

/** What stands behind a key such as `proto-file:`; undefined where another key stands there. */
function spanAt(text: string, key: string, start: number, end: number): Span | undefined {
  if (!text.startsWith(key, start)) return undefined;
  const value = pathBehind(key, text, start, end);
  return value.start < value.end ? value : undefined;
}

/** The rest of the word that begins with a key such as `schema=`. */
function wordAt(text: string, key: string, { start, end }: Span): Span | undefined {
  const word = new RegExp(`(?<=^|\\s)${key}\\S*`).exec(text.slice(start, end));
  return word ? { start: start + word.index + key.length, end: start + word.index + word[0].length } : undefined;
}

function textAt(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.start, span.end);
}

/** `caffe.NetParameter` or `NetParameter`. */
function kindOfMessage(name: string | undefined): FileKind | undefined {
  switch (name?.split('.').at(-1)) {
    case undefined:
      return undefined;
    case 'NetParameter':
      return 'net';
    case 'SolverParameter':
      return 'solver';
    default:
      return 'other';
  }
}

/** `phase=TEST stage=a stage=b level=1`; undefined for what names no phase. */
export function parseState(text: string): NetState | undefined {
  return stateOf(text.trim().split(/\s+/));
}

function stateOf(words: readonly string[]): NetState | undefined {
  const values = (key: string): string[] =>
    words.filter((word) => word.startsWith(`${key}=`)).map((word) => word.slice(key.length + 1));
  const phase = values('phase')[0];
  if (phase !== 'TRAIN' && phase !== 'TEST') return undefined;
  const level = Number(values('level')[0] ?? 0);
  return { phase, level: Number.isInteger(level) ? level : 0, stages: values('stage') };
}

function skipBlanks(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && (text.charCodeAt(i) === Char.Space || text.charCodeAt(i) === Char.Tab)) i++;
  return i;
}
