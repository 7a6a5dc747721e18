import type { MessageNode } from '../text/tree';
import type { TextChange } from './change';
import { indentAt, indentOf, lineBreakOf, opensLine } from './lines-of';

/**
 * Adds fields to a message, after all others: each on a line of its own where the closing bracket has one, else after
 * the last field on its line.
 */
export function addFields(text: string, node: MessageNode, fields: readonly string[]): TextChange {
  const close = node.closed ? node.end - 1 : node.end;
  const last = node.fields.at(-1);
  if (!opensLine(text, close)) {
    const gap = /\s/.test(text[close - 1] ?? ' ') ? '' : ' ';
    return { span: { start: close, end: close }, newText: `${gap}${fields.join(' ')} ` };
  }
  const indent =
    last && opensLine(text, last.start) ? indentAt(text, last.start) : `${indentAt(text, close)}${indentOf(text)}`;
  const at = close - indentAt(text, close).length;
  const lineBreak = lineBreakOf(text);
  return { span: { start: at, end: at }, newText: fields.map((field) => `${indent}${field}${lineBreak}`).join('') };
}

/** Adds a field directly after another: on the next line where that one begins its line, else on the same line. */
export function addAfter(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  field: string,
): TextChange {
  const separator = opensLine(text, start) ? `${lineBreakOf(text)}${indentAt(text, start)}` : ' ';
  return { span: { start: end, end }, newText: `${separator}${field}` };
}
