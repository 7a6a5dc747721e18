/** Escapes the comments of a user's proto for Markdown: their text is not trusted. */
import { proseInMarkdown } from '../messages/shown';
import type { RawEnum, RawField, RawFork, RawLayer, RawMessage } from '../schema/raw';

/** The same fork with all documentation escaped. */
export function withEscapedDocs(fork: RawFork): RawFork {
  const doc = (text: string): string => proseInMarkdown(text).markdown;
  const fieldOf = ([name, number, label, type, fallback, text, ...rest]: RawField): RawField => [
    name,
    number,
    label,
    type,
    fallback,
    doc(text),
    ...rest,
  ];
  return {
    ...fork,
    layers: fork.layers.map(([type, param, also, text, ...rest]): RawLayer => [type, param, also, doc(text), ...rest]),
    messages: fork.messages.map(([name, text, fields]): RawMessage => [name, doc(text), fields.map(fieldOf)]),
    enums: fork.enums.map(
      ([name, text, values]): RawEnum => [
        name,
        doc(text),
        values.map(([value, number, said, ...rest]) => [value, number, doc(said), ...rest] as const),
      ],
    ),
  };
}
