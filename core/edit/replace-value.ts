import type { Span } from '../problems';
import type { TextChange } from './change';
import { escaped } from './quoted';

/** Puts a name in the place of another; the quotes around it, if the span has them, stay as they are. */
export function replaceValue(text: string, span: Span, name: string): TextChange {
  const quote = text.charAt(span.start);
  return { span, newText: quote === '"' || quote === "'" ? `${quote}${escaped(name, quote)}${quote}` : name };
}
