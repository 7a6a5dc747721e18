import type { TextChange } from './change';
import type { Layer } from '../net/model';
import { indentAt, indentOf, lineBreakOf, opensLine } from './lines-of';

/**
 * Writes `# shape: 1x256x14x14`, which gives the shape of the first top, on a line of its own after the layer's opening
 * brace. Undefined where the layer has no braces.
 */
export function writeShape(text: string, { message, span }: Layer, shape: string): TextChange | undefined {
  const { node } = message;
  if (!node) return undefined;
  const after = node.start + 1;
  const lineBreak = lineBreakOf(text);
  const indent = `${indentAt(text, span.start)}${indentOf(text)}`;
  const rest = /^[ \t]*/.exec(text.slice(after, after + 1000))?.[0].length ?? 0;
  const endsLine = /[\r\n]/.test(text[after + rest] ?? '');
  const next = endsLine || opensLine(text, after) ? '' : `${lineBreak}${indent}`;
  const end = endsLine ? after : after + rest;
  return { span: { start: after, end }, newText: `${lineBreak}${indent}# shape: ${shape}${next}` };
}
