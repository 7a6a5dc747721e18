/** Words such as `schema=ssd` in the comments for this tool: written, and removed with what is left empty. */
import type { Span } from '../problems';
import type { Tree } from '../text/tree';
import type { TextChange } from './change';
import { lineBreakOf } from './lines-of';

/** A comment at the top of the file. */
export function atTop(text: string, comment: string): TextChange {
  return { span: { start: 0, end: 0 }, newText: `${comment}${lineBreakOf(text)}` };
}

/** Removes the word, and its comment with the line where nothing else is left. */
export function withoutWord(text: string, comment: Span, word: Span): TextChange {
  const rest = `${text.slice(comment.start, word.start).trimEnd()} ${text.slice(word.end, comment.end).trim()}`;
  if (/^#\s*prototxt:\s*\S/.test(rest)) return { span: comment, newText: rest.trimEnd() };
  return { span: withLine(text, comment), newText: '' };
}

export function commentAround({ comments }: Tree, { start, end }: Span): Span | undefined {
  return comments.find((comment) => comment.start <= start && end <= comment.end);
}

/** A comment that is alone on its line with the line, another with the whitespace before it. */
export function withLine(text: string, { start, end }: Span): Span {
  const before = /[ \t]*$/.exec(text.slice(Math.max(0, start - 1000), start))?.[0].length ?? 0;
  const isAlone = start === before || text[start - before - 1] === '\n';
  const lineBreak = isAlone ? (/^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0) : 0;
  return { start: start - before, end: end + lineBreak };
}
