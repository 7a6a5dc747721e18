import type { Span } from '../problems';
import type { Entry, Message } from '../schema/message';

/** Where to show that something is missing from the file: its first field's name. */
export function firstPlace(message: Message): Span {
  const [first] = message.entries;
  return first ? { start: first.node.start, end: first.node.nameEnd } : message.span;
}

export function valuePlace({ valueNode: { start, end } }: Entry): Span {
  return { start, end };
}

/** In the order of the text. */
export function byPlace(a: Entry, b: Entry): number {
  return a.node.start - b.node.start;
}
