/**
 * Withholds problems in unfinished text: the lines of the last edit, and a layer that was opened by typing. They are reported
 * once another line is edited, or after `typingPause`. Based on edits, since a server does not know the cursor.
 */
import { infoOf, type Problem, type Span } from '#core/problems/index';
import type { Tree } from '#core/text/tree';
import { editBetween, type Edit } from './moved';

/** In ms after the last edit. */
export const typingPause = 2000;

/** In characters: a longer insertion was pasted, not typed. */
const maxTyped = 1000;

/** The range that is being typed, after an edit; undefined if the edit was not typed. `last`: the range before the edit. */
export function typedSpan(last: Span | undefined, before: string, tree: Tree): Span | undefined {
  const { text } = tree;
  const edit = editBetween(before, text);
  if (edit.endAfter - edit.start > maxTyped || edit.endBefore - edit.start > maxTyped) return undefined;
  const lines = linesAround(text, { start: edit.start, end: edit.endAfter });
  const typed = last && afterEdit(last, edit);
  const around = tree.root.fields.find(({ start, end }) => start <= edit.start && edit.endAfter <= end);
  const justOpened = typed && around && around.start >= typed.start && around.start < typed.end;
  return justOpened ? { start: Math.min(typed.start, lines.start), end: Math.max(around.end, lines.end) } : lines;
}

/** Removes errors and warnings in the range that is being typed. */
export function withoutUnfinished(problems: readonly Problem[], typed: Span | undefined): readonly Problem[] {
  if (!typed) return problems;
  return problems.filter(
    ({ code, span }) => span.end < typed.start || span.start > typed.end || !isSerious(infoOf(code).severity),
  );
}

function isSerious(severity: string): boolean {
  return severity === 'error' || severity === 'warning';
}

/** The range after an edit; it grows with what is typed in it. */
function afterEdit({ start, end }: Span, edit: Edit): Span | undefined {
  const by = edit.endAfter - edit.endBefore;
  if (edit.endBefore < start) return { start: start + by, end: end + by };
  return { start: Math.min(start, edit.start), end: edit.start > end ? end : Math.max(end + by, edit.endAfter) };
}

function linesAround(text: string, { start, end }: Span): Span {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next };
}
