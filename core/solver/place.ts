import type { Span } from '../problems';
import { nameSpan, type Entry, type Message } from '../schema/message';

/** The span for problems about missing fields: the name of the file's first field. */
export function firstPlace(message: Message): Span {
  const [first] = message.entries;
  return first ? nameSpan(first.node) : message.span;
}

/** In text order. */
export function byPlace(a: Entry, b: Entry): number {
  return a.node.start - b.node.start;
}
