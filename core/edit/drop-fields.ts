import type { Span } from '../problems';
import { commentsWithin } from '../text/comments';
import type { Tree } from '../text/tree';
import type { TextChange } from './change';
import { removeField } from './remove-field';
import { replaceField } from './replace-field';

/** Removes fields, given in text order, and keeps every comment in and after them. */
export function dropFields(tree: Tree, fields: readonly Span[]): readonly TextChange[] {
  return runsOf(tree.text, fields).map((run) =>
    commentsWithin(tree, run).length > 0 ? replaceField(tree, run, '') : removeField(tree.text, run),
  );
}

/** Adjacent fields on a line form one run. */
function runsOf(text: string, fields: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const { start, end } of fields) {
    const last = runs.at(-1);
    if (last && /^[ \t,;]*$/.test(text.slice(last.end, start))) runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs;
}
