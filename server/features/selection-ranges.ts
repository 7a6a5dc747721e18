/** The steps in which a selection expands: word, string, field, bracket content, message, file. */
import type { Analysis } from '#core/analysis/analysis';
import { firstIndexOf } from '#core/lists';
import type { Span } from '#core/problems/index';
import { nameSpan } from '#core/schema/message';
import type { FieldNode, ListNode, MessageNode, ScalarNode, Tree } from '#core/text/tree';

/** From the innermost outwards; each contains the previous one and is larger. */
export function selectionSpans({ tree }: Analysis, offset: number): readonly Span[] {
  const spans: Span[] = [];
  const add = ({ start, end }: Span): void => {
    const outer = spans.at(-1);
    const fits = !outer || (start >= outer.start && end <= outer.end && end - start < outer.end - outer.start);
    if (start <= offset && offset <= end && fits) spans.push({ start, end });
  };
  add({ start: 0, end: tree.text.length });
  const comment = tree.comments.find(({ start, end }) => start <= offset && offset <= end);
  let message: MessageNode | undefined = tree.root;
  while (message) message = inMessage(tree, message, offset, add);
  if (comment) add(comment);
  return spans.reverse();
}

/** The nested message that contains the offset. */
function inMessage(
  tree: Tree,
  message: MessageNode,
  offset: number,
  add: (span: Span) => void,
): MessageNode | undefined {
  const field = fieldAt(message.fields, offset);
  if (!field) return undefined;
  add(field);
  add(nameSpan(field));
  const { value } = field;
  if (!value || offset < value.start || offset > value.end) return undefined;
  return value.kind === 'list' ? inList(tree, value, offset, add) : inItem(tree, value, offset, add);
}

function inList(tree: Tree, list: ListNode, offset: number, add: (span: Span) => void): MessageNode | undefined {
  add(list);
  add(inside(tree, list));
  const item = list.items.find(({ start, end }) => start <= offset && offset <= end);
  return item && inItem(tree, item, offset, add);
}

function inItem(
  tree: Tree,
  item: ScalarNode | MessageNode,
  offset: number,
  add: (span: Span) => void,
): MessageNode | undefined {
  add(item);
  if (item.kind === 'message') {
    if (offset <= item.start || (item.closed && offset >= item.end)) return undefined;
    add(inside(tree, item));
    return item;
  }
  if (item.token === 'string') add({ start: item.start + 1, end: Math.max(item.start + 1, item.end - 1) });
  return undefined;
}

/** The content of the brackets without surrounding whitespace; without a closing bracket, up to the message's end. */
function inside({ text }: Tree, { start, end, closed }: MessageNode | ListNode): Span {
  const content = text.slice(start + 1, closed ? end - 1 : end);
  const from = start + 1 + content.length - content.trimStart().length;
  return { start: from, end: closed ? Math.max(from, start + 1 + content.trimEnd().length) : end };
}

/** The last field that starts at or before the offset, if it extends to it. */
function fieldAt(fields: readonly FieldNode[], offset: number): FieldNode | undefined {
  const field = fields[firstIndexOf(fields, ({ start }) => start > offset) - 1];
  return field && offset <= field.end ? field : undefined;
}
