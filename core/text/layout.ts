/**
 * What the indentation of a text says about its brackets. Only used where brackets don't pair: then a line that is
 * indented no deeper than the line that opened a message shows that the message was meant to end before it.
 *
 *     layer {
 *       convolution_param {
 *         num_output: 20
 *       bottom: "data"       ← ends convolution_param
 *     layer {                ← ends layer
 */
import { Char } from './characters';

/** How the lines in a message are indented, by the first one: deeper than the line that opened it, or not. */
export type Lines = 'none yet' | 'inline' | 'indented' | 'flat';

/** An open message, as far as its layout is concerned. */
export interface Laid {
  /** The field's name; undefined for the document and for an item of a list. */
  readonly name: string | undefined;
  /** Indentation of the line on which the message was opened; -1 for the document. */
  readonly column: number;
  /** Offset of that line. */
  readonly line: number;
  lines: Lines;
}

export interface FieldStart {
  readonly name: string;
  readonly column: number;
  readonly line: number;
  /** True where a bracket follows the name. */
  readonly opens: boolean;
}

/** True if the message was meant to end before a field that begins its line. */
export function endsBefore(message: Laid, around: Laid, field: FieldStart): boolean {
  if (message.line === field.line || message.column < field.column) return false;
  switch (message.lines) {
    case 'indented':
    case 'inline':
      return true;
    case 'none yet':
      return around.lines === 'indented' || (field.opens && message.name === field.name);
    case 'flat':
      return field.opens && message.name === field.name;
  }
}

/** Records the indentation of a field of the message. */
export function noteLine(message: Laid, field: FieldStart): void {
  if (message.lines !== 'none yet') return;
  message.lines = message.line === field.line ? 'inline' : field.column > message.column ? 'indented' : 'flat';
}

/** Indentation of the line that begins at an offset. */
export function indentation(text: string, line: number): number {
  let i = line;
  let c = text.charCodeAt(i);
  while (c === Char.Space || c === Char.Tab) c = text.charCodeAt(++i);
  return i - line;
}
