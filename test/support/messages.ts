/** The content of a text, without positions. */
import type { Message } from '#core/schema/message';
import type { Scalar } from '#core/schema/types';
import type { ListNode, MessageNode, ScalarNode, Tree } from '#core/text/tree';

export type Plain = Scalar | undefined | readonly (readonly [string, Plain])[];

/** The fields in order, each with its value. */
export function plainMessage(message: Message): Plain {
  return message.entries.map(
    ({ field, value }) => [field.name, typeof value === 'object' ? plainMessage(value) : value] as const,
  );
}

/**
 * Every token of the tree and every comment, in order: what a formatter must preserve. Whitespace at the end of a comment and
 * between the lines of a string is ignored.
 */
export function tokensOf({ text, root, comments }: Tree): readonly string[] {
  const tokens = comments.map(({ start, end }) => ({ start, text: text.slice(start, end).trimEnd() }));
  const add = (start: number, end: number): void =>
    void tokens.push({ start, text: text.slice(start, end).replace(/\s*\n\s*/g, '\n') });
  const visit = (node: MessageNode | ListNode | ScalarNode): void => {
    if (node.kind === 'scalar') return add(node.start, node.end);
    add(node.start, node.start);
    if (node.kind === 'list') node.items.forEach(visit);
    else {
      for (const field of node.fields) {
        add(field.start, field.nameEnd);
        if (field.value) visit(field.value);
      }
    }
    add(node.end, node.end);
  };
  visit(root);
  return tokens.sort((a, b) => a.start - b.start).map((token) => token.text);
}

/** The fields by name, each with its values in order: the order of fields with different names has no meaning. */
export function sortedMessage(message: Message): Plain {
  const fields = message.entries.map(
    ({ field, value }) => [field.name, typeof value === 'object' ? sortedMessage(value) : value] as const,
  );
  return fields.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Every comment, in alphabetical order, since some may have moved. */
export function commentsOf({ text, comments }: Tree): readonly string[] {
  return comments.map(({ start, end }) => text.slice(start, end).trimEnd()).sort();
}
