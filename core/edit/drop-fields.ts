import type { Span } from '../problems';
import { commentsWithin } from '../text/comments';
import type { Tree } from '../text/tree';
import type { TextChange } from './change';
import { indentAt, lineBreakOf } from './lines-of';
import { removeField } from './remove-field';

/** Removes fields, given in text order, and keeps every comment in and after them. */
export function dropFields(tree: Tree, fields: readonly Span[]): readonly TextChange[] {
  const { text } = tree;
  return runsOf(text, fields).map((run) => {
    const inside = commentsWithin(tree, run).map(({ start, end }) => text.slice(start, end));
    const beforeComment = /^[ \t,;]*(?=#)/.exec(text.slice(run.end, run.end + 200))?.[0];
    if (inside.length > 0) {
      const lineStart = `${lineBreakOf(text)}${indentAt(text, run.start)}`;
      // The rest of the line must not become part of the last comment.
      const whitespace = /^[ \t]*(?=[^\s])/.exec(text.slice(run.end, run.end + 200))?.[0];
      return {
        span: { start: run.start, end: run.end + (whitespace?.length ?? 0) },
        newText: `${inside.join(lineStart)}${whitespace === undefined ? '' : lineStart}`,
      };
    }
    return beforeComment === undefined
      ? removeField(text, run)
      : { span: { start: run.start, end: run.end + beforeComment.length }, newText: '' };
  });
}

/** Adjacent fields on a line form one run. */
export function runsOf(text: string, fields: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const { start, end } of fields) {
    const last = runs.at(-1);
    if (last && /^[ \t,;]*$/.test(text.slice(last.end, start))) runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs;
}
