/**
 * What a person is just writing is not reported while it is unfinished: the lines of the last edit, and a layer that was
 * opened by typing. It is reported once another line is edited, or after `typingPause`. A server knows no cursor, so it goes by
 * the edits.
 */
import { infoOf, type Problem, type Span } from '#core/problems/index';
import type { Tree } from '#core/text/tree';
import { editBetween, type Edit } from './moved';

/** Milliseconds after the last edit. */
export const typingPause = 2000;

/** A longer insertion is pasted, not typed. */
const maxTyped = 1000;

/** The stretch that is being written, after an edit; undefined where the edit is no typing. `last`: the one before the edit. */
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

/** Without errors and warnings in the stretch that is being written. */
export function withoutUnfinished(problems: readonly Problem[], typed: Span | undefined): readonly Problem[] {
  if (!typed) return problems;
  return problems.filter(
    ({ code, span }) => span.end < typed.start || span.start > typed.end || !isSerious(infoOf(code).severity),
  );
}

function isSerious(severity: string): boolean {
  return severity === 'error' || severity === 'warning';
}

/** A stretch grows with what is typed in it. */
function afterEdit({ start, end }: Span, edit: Edit): Span | undefined {
  const by = edit.endAfter - edit.endBefore;
  if (edit.endBefore < start) return { start: start + by, end: end + by };
  return { start: Math.min(start, edit.start), end: edit.start > end ? end : Math.max(end + by, edit.endAfter) };
}

function linesAround(text: string, { start, end }: Span): Span {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next };
}
