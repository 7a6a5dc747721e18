/** What the comments of a proto that a person has say, as Markdown: it may be anybody's. */
import { proseInMarkdown } from '../messages/shown';
import type { RawEnum, RawField, RawFork, RawLayer, RawMessage } from '../schema/raw';

/** The same fork with every explanation escaped. */
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
