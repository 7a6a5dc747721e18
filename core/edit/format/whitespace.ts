/** The whitespace between tokens: what it is, what it should be, and the changes from one to the other. */
import type { Span } from '../../problems';
import { Char } from '../../text/characters';
import type { Tree } from '../../text/tree';
import type { TextChange } from '../change';

/**
 * The whitespace wanted before a token. `start`: none, at the start of the text. `tight`: none. `space`: one space.
 * `line`: a line break. `keep`: the line breaks that are there, else a space; `keep-tight`: the line breaks that are
 * there, else none.
 */
export type Wish = 'start' | 'tight' | 'space' | 'line' | 'keep' | 'keep-tight';

export interface Whitespace {
  readonly changes: readonly TextChange[];
  /**
   * Handles the next token. Comments before it that begin a line are indented by `commentDepth` steps, the token itself
   * by `depth`.
   */
  readonly token: (start: number, end: number, wish: Wish, commentDepth: number, depth: number) => void;
  /** Continues at an offset, and leaves everything before it unchanged. */
  readonly skip: (to: number) => void;
  /** Handles what follows the last token; the text is made to end with a line break. */
  readonly end: () => void;
}

export function whitespaceOf({ text, comments }: Tree, indent: string, range: Span): Whitespace {
  const changes: TextChange[] = [];
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
  const lines: string[] = [];
  let at = 0;
  let nextComment = 0;
  /** True after a skip: the text directly before may continue, so its end is not touched. */
  let isLoose = false;

  /** A line break and the indentation. */
  const line = (depth: number): string => (lines[depth] ??= lineBreak + indent.repeat(depth));

  /** Requests that the whitespace from `from` to `to` becomes `wanted`. */
  const set = (from: number, to: number, wanted: string): void => {
    if (to < range.start || to > range.end) return;
    if (to - from === wanted.length && text.startsWith(wanted, from)) return;
    changes.push({ span: { start: from, end: to }, newText: wanted });
  };

  const separate = (from: number, to: number, wish: Wish, depth: number): void => {
    const breaks = countBreaks(text, from, to);
    if (breaks === 0 || wish === 'tight' || wish === 'space') set(from, to, inline[wish] ?? line(depth));
    else if (wish === 'start') set(from, to, lineBreak.repeat(breaks));
    else set(from, to, breaks === 1 ? line(depth) : lineBreak.repeat(breaks - 1) + line(depth));
  };

  /** Formats comments and separators between the last token and `to`; undefined where something else is there. */
  const between = (to: number, wish: Wish, commentDepth: number): Wish | undefined => {
    let before: Wish | undefined = wish;
    for (let i = skipWhitespace(text, at, to); i < to; i = skipWhitespace(text, at, to)) {
      const c = text.charCodeAt(i);
      if (c === Char.Hash) {
        const end = comments[nextComment]?.end ?? to;
        comment(i, before, commentDepth);
        at = trimmedEnd(text, i, end);
        nextComment++;
        before = 'line';
      } else if (c === Char.Comma || c === Char.Semicolon) {
        separate(at, i, before === 'line' && wish !== 'line' ? 'line' : 'tight', commentDepth);
        at = i + 1;
        if (before === 'line' && wish !== 'line') before = wish;
      } else return undefined;
    }
    return before;
  };

  /** A comment after a token keeps its distance, since it may be aligned with others. */
  const comment = (start: number, wish: Wish, depth: number): void => {
    if (countBreaks(text, at, start) > 0) separate(at, start, wish === 'start' ? 'start' : 'keep', depth);
    else if (at === start && at > 0) set(at, start, ' ');
    else if (at === 0) set(at, start, '');
  };

  const skip = (to: number): void => {
    at = to;
    isLoose = true;
    while ((comments[nextComment]?.start ?? to) < to) nextComment++;
  };

  return {
    changes,
    token: (start, end, wish, commentDepth, depth) => {
      const first = changes.length;
      const wished = start === at ? wish : between(start, wish, commentDepth);
      if (wished === undefined) {
        changes.length = first;
        skip(start);
      } else if (start > at || !isLoose) separate(at, start, wished, depth);
      at = end;
      isLoose = false;
    },
    skip,
    end: () => {
      if (isLoose && at === text.length) return;
      const first = changes.length;
      if (between(text.length, at === 0 ? 'start' : 'keep', 0) === undefined) changes.length = first;
      else set(at, text.length, at === 0 ? '' : lineBreak);
    },
  };
}

const inline: Partial<Record<Wish, string>> = { start: '', tight: '', space: ' ', keep: ' ', 'keep-tight': '' };

/** Skips whitespace and line breaks; a lone carriage return is neither. */
function skipWhitespace(text: string, from: number, to: number): number {
  let i = from;
  for (; i < to; i++) {
    const c = text.charCodeAt(i);
    if (
      c !== Char.Space &&
      c !== Char.LineFeed &&
      c !== Char.Tab &&
      !(c === Char.CarriageReturn && text.charCodeAt(i + 1) === Char.LineFeed)
    )
      break;
  }
  return i;
}

function countBreaks(text: string, from: number, to: number): number {
  let n = 0;
  // Not by indexOf, which would look beyond `to`, up to the end of a text on one line.
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === Char.LineFeed) n++;
  return n;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && (text[i - 1] === ' ' || text[i - 1] === '\t')) i--;
  return i;
}
