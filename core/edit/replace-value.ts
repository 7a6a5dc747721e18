import type { Span } from '../problems';
import type { TextChange } from './change';
import { escaped } from './quoted';

/** Replaces a name; quotes inside the span are kept. */
export function replaceValue(text: string, span: Span, name: string): TextChange {
  const quote = text.charAt(span.start);
  return { span, newText: quote === '"' || quote === "'" ? `${quote}${escaped(name, quote)}${quote}` : name };
}
