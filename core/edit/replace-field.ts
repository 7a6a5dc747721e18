import type { Span } from '../problems';
import { commentsWithin } from '../text/comments';
import type { Tree } from '../text/tree';
import type { TextChange } from './change';
import { indentAt, lineBreakOf } from './lines-of';

/** Replaces fields by another text, followed by the comments that were inside them, one per line. */
export function replaceField(tree: Tree, { start, end }: Span, newText: string): TextChange {
  const { text } = tree;
  const comments = commentsWithin(tree, { start, end }).map((comment) => text.slice(comment.start, comment.end));
  if (comments.length === 0) return { span: { start, end }, newText };
  const lineStart = `${lineBreakOf(text)}${indentAt(text, start)}`;
  const lines = [newText, ...comments].filter((line) => line !== '').join(lineStart);
  // The rest of the line must not become part of the last comment.
  const blanks = /^[ \t]*(?=[^\s])/.exec(text.slice(end, end + 200))?.[0];
  return {
    span: { start, end: end + (blanks?.length ?? 0) },
    newText: `${lines}${blanks === undefined ? '' : lineStart}`,
  };
}
