/** The blanks between tokens: what they are, what they should be, and the changes from one to the other. */
import type { Span } from '../../problems';
import { Char } from '../../text/characters';
import type { Tree } from '../../text/tree';
import type { TextChange } from '../change';

/**
 * What should stand before a token. `start`: nothing, at the top of the text. `tight`: nothing. `space`: one space. `line`:
 * a line break. `keep`: the line breaks that are there, else a space; `keep-tight`: else nothing.
 */
export type Wish = 'start' | 'tight' | 'space' | 'line' | 'keep' | 'keep-tight';

export interface Blanks {
  readonly changes: readonly TextChange[];
  /** The next token; comments before it stand `commentDepth` deep where they begin a line, the token itself `depth`. */
  readonly token: (start: number, end: number, wish: Wish, commentDepth: number, depth: number) => void;
  /** Goes on at an offset, and leaves all before it as it is. */
  readonly skip: (to: number) => void;
  /** What follows the last token, to the end of the text, which ends with a line break. */
  readonly end: () => void;
}

export function blanksOf({ text, comments }: Tree, indent: string, range: Span): Blanks {
  const changes: TextChange[] = [];
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
  const lines: string[] = [];
  let at = 0;
  let nextComment = 0;
  /** What lies right before is not known to end here. */
  let isLoose = false;

  /** A line break and the indentation. */
  const line = (depth: number): string => (lines[depth] ??= lineBreak + indent.repeat(depth));

  /** The blanks from `from` to `to` are to be `wanted`. */
  const set = (from: number, to: number, wanted: string): void => {
    if (to < range.start || to > range.end) return;
    if (to - from === wanted.length && text.startsWith(wanted, from)) return;
    changes.push({ span: { start: from, end: to }, newText: wanted });
  };

  const blank = (from: number, to: number, wish: Wish, depth: number): void => {
    const breaks = countBreaks(text, from, to);
    if (breaks === 0 || wish === 'tight' || wish === 'space') set(from, to, inline[wish] ?? line(depth));
    else if (wish === 'start') set(from, to, lineBreak.repeat(breaks));
    else set(from, to, breaks === 1 ? line(depth) : lineBreak.repeat(breaks - 1) + line(depth));
  };

  /** Comments and separators between the last token and `to`; false where something else lies there. */
  const between = (to: number, wish: Wish, commentDepth: number): Wish | undefined => {
    let before: Wish | undefined = wish;
    for (let i = skipBlanks(text, at, to); i < to; i = skipBlanks(text, at, to)) {
      const c = text.charCodeAt(i);
      if (c === Char.Hash) {
        const end = comments[nextComment]?.end ?? to;
        comment(i, before, commentDepth);
        at = trimmedEnd(text, i, end);
        nextComment++;
        before = 'line';
      } else if (c === Char.Comma || c === Char.Semicolon) {
        blank(at, i, before === 'line' && wish !== 'line' ? 'line' : 'tight', commentDepth);
        at = i + 1;
        if (before === 'line' && wish !== 'line') before = wish;
      } else return undefined;
    }
    return before;
  };

  /** Behind a token, a comment keeps its distance, since it may stand in a column with others. */
  const comment = (start: number, wish: Wish, depth: number): void => {
    if (countBreaks(text, at, start) > 0) blank(at, start, wish === 'start' ? 'start' : 'keep', depth);
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
      } else if (start > at || !isLoose) blank(at, start, wished, depth);
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

/** Past blanks and line breaks; a lone carriage return is neither. */
function skipBlanks(text: string, from: number, to: number): number {
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
  for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) n++;
  return n;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && (text[i - 1] === ' ' || text[i - 1] === '\t')) i--;
  return i;
}
