/**
 * Comments in a file that address this tool, read once:
 * - `# prototxt: datum 3x256x256`, `# prototxt: weights vgg.caffemodel`, `# prototxt: phase=TEST stage=a level=1`, `#
 *   prototxt: schema=ssd`
 * - `# prototxt: target=ncnn,rknn`
 * - `# proto-file: my.proto` and `# proto-message: SolverParameter`, which other tools write
 * - `# prototxt-disable CODE` for the file, `# prototxt-disable-next-line CODE` for the next line that is not a comment
 * - `# shape: 1x256x14x14` in a layer, one for each top
 */
import type { FileKind } from '../dialects/kind';
import type { NetState } from '../net/model';
import type { Shape } from '../net/shape';
import type { Span } from '../problems';
import { Char } from '../text/characters';
import type { Tree } from '../text/tree';
import { datumIn, shapeIn, stateIn } from './values';

export interface Comments {
  /** Channels × height × width of one record of the data layers. */
  readonly datum: readonly number[] | undefined;
  /** The state to analyze instead of those that the file serves. */
  readonly state: NetState | undefined;
  /** A dialect's name, or the path of a .proto file, as written. */
  readonly schema: string | undefined;
  /** The span of `schema` in the text. */
  readonly schemaSpan: Span | undefined;
  /** Chips and converters that the net is for: names, or paths of JSON files, as written. */
  readonly targets: readonly NamedSpan[] | undefined;
  /** The span of their list in the text. */
  readonly targetsSpan: Span | undefined;
  /** The span of the path of the weights file that the net starts from. */
  readonly weights: Span | undefined;
  /** The kind of the file, where `# proto-message:` gives it. */
  readonly kind: FileKind | undefined;
  /** Shapes of tops, in text order. */
  readonly shapes: readonly WrittenShape[];
  /** Comments that suppress problems. */
  readonly disabling: readonly Disabling[];
  /** The unknown text after `# prototxt:`. */
  readonly unread: readonly Span[];
}

export interface NamedSpan {
  readonly name: string;
  readonly span: Span;
}

export interface WrittenShape {
  /** The offset where the comment begins. */
  readonly at: number;
  readonly shape: Shape;
}

export interface Disabling {
  readonly name: (typeof disablingNames)[keyof typeof disablingNames];
  /** The offset where the comment ends. */
  readonly end: number;
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
}

export const disablingNames = { line: 'prototxt-disable-next-line', file: 'prototxt-disable' } as const;

/** `FileReference.field` of paths in comments. */
export const weightsDirective = '# prototxt: weights';
export const schemaDirective = '# prototxt: schema';
export const targetDirective = '# prototxt: target';

/** Of two comments of the same kind, the first wins; shapes and suppressions all count. */
export function commentsOf({ text, comments }: Tree): Comments {
  const all: Content[] = [];
  for (const { start, end } of comments) {
    const content = contentOf(text, { start, end });
    if (content) all.push(content);
  }
  const first = <K extends keyof Content>(key: K): Content[K] | undefined =>
    all.find((content) => content[key] !== undefined)?.[key];
  const schemaSpan = first('schema');
  const targetsSpan = first('targets');
  return {
    datum: first('datum'),
    state: first('state'),
    schema: schemaSpan && text.slice(schemaSpan.start, schemaSpan.end),
    schemaSpan,
    targets: namesIn(text, targetsSpan),
    targetsSpan,
    weights: first('weights'),
    kind: first('kind'),
    shapes: all.flatMap(({ shape }) => shape ?? []),
    disabling: all.flatMap(({ disabling }) => disabling ?? []),
    unread: all.flatMap(({ unread }) => unread ?? []),
  };
}

/** True where the schema is a path to a .proto file rather than a dialect's id. */
export function isProtoPath(name: string): boolean {
  return name.includes('/') || name.includes('\\') || name.endsWith('.proto');
}

/** The content of one comment; empty for most. */
interface Content {
  readonly datum?: readonly number[] | undefined;
  readonly state?: NetState | undefined;
  readonly schema?: Span | undefined;
  readonly targets?: Span | undefined;
  readonly weights?: Span | undefined;
  readonly kind?: FileKind | undefined;
  readonly shape?: WrittenShape;
  readonly disabling?: Disabling;
  readonly unread?: Span;
}

/** A file may have thousands of comments; most are ruled out by their first character. */
function contentOf(text: string, { start, end }: Span): Content | undefined {
  const first = skipSpace(text, start + 1, end);
  const rest = (key: string): Span | undefined => {
    if (!text.startsWith(key, first)) return undefined;
    return trimmed(text, { start: first + key.length, end });
  };
  switch (text.charCodeAt(first)) {
    case Char.SmallS: {
      const span = rest('shape:');
      const shape = span && shapeIn(text.slice(span.start, span.end));
      return shape === undefined ? undefined : { shape: { at: start, shape } };
    }
    case Char.SmallP: {
      const directive = rest('prototxt:');
      if (directive) return directive.start < directive.end ? directiveIn(text, directive) : undefined;
      const file = rest('proto-file:');
      if (file) return file.start < file.end ? { schema: file } : undefined;
      const message = rest('proto-message:');
      if (message) return { kind: kindOfMessage(text.slice(message.start, message.end)) };
      for (const name of [disablingNames.line, disablingNames.file]) {
        const span = rest(name);
        if (span && span.start > first + name.length) return { disabling: { name, end, codes: codesIn(text, span) } };
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

/** Parses what follows `# prototxt:`. */
function directiveIn(text: string, span: Span): Content {
  const words = text.slice(span.start, span.end).split(/\s+/);
  const content: Content = {
    datum: words[0] === 'datum' ? datumIn(words[1] ?? '') : undefined,
    state: stateIn(words),
    // A path may contain spaces.
    weights:
      words[0] === 'weights' && words.length > 1
        ? trimmed(text, { start: span.start + 'weights'.length, end: span.end })
        : undefined,
    schema: wordAfter(text, 'schema=', span),
    targets: wordAfter(text, 'target=', span),
  };
  return Object.values(content).every((value) => value === undefined) ? { unread: span } : content;
}

/** The rest of the word that begins with a key such as `schema=`. */
function wordAfter(text: string, key: string, { start, end }: Span): Span | undefined {
  const word = new RegExp(`(?<=^|\\s)${key}\\S*`).exec(text.slice(start, end));
  return word ? { start: start + word.index + key.length, end: start + word.index + word[0].length } : undefined;
}

/** Names separated by commas. */
function namesIn(text: string, span: Span | undefined): readonly NamedSpan[] | undefined {
  return (
    span &&
    [...text.slice(span.start, span.end).matchAll(/[^,]+/g)].map(({ index, 0: name }) => ({
      name,
      span: { start: span.start + index, end: span.start + index + name.length },
    }))
  );
}

/** Codes separated by commas or spaces. Everything from `--` on is a reason for readers. */
function codesIn(text: string, { start, end }: Span): Disabling['codes'] {
  const [list = ''] = text.slice(start, end).split('--');
  return [...list.matchAll(/[^\s,]+/g)].map(({ index, 0: code }) => ({
    code,
    span: { start: start + index, end: start + index + code.length },
  }));
}

/** `caffe.NetParameter` or `NetParameter`. */
function kindOfMessage(name: string): FileKind | undefined {
  switch (name.split('.').at(-1)) {
    case '':
      return undefined;
    case 'NetParameter':
      return 'net';
    case 'SolverParameter':
      return 'solver';
    default:
      return 'other';
  }
}

function trimmed(text: string, { start: from, end }: Span): Span {
  const start = skipSpace(text, from, end);
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function skipSpace(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && (text.charCodeAt(i) === Char.Space || text.charCodeAt(i) === Char.Tab)) i++;
  return i;
}
