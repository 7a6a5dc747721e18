/** Names in a problem's message, which stand between backticks as in Markdown. */

export interface MarkedPart {
  readonly text: string;
  readonly isCode: boolean;
}

/** The parts of a message in order. A single backtick has no meaning: it may be part of a name. */
export function markedParts(message: string): readonly MarkedPart[] {
  const parts = message.split('`');
  if (parts.length % 2 === 0) return [{ text: message, isCode: false }];
  return parts.map((text, i) => ({ text, isCode: i % 2 === 1 })).filter(({ text }) => text !== '');
}
