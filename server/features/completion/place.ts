/** What is being typed at an offset of a text that may be incomplete. */
import type { Analysis } from '#core/analysis/analysis';
import { firstIndexOf } from '#core/lists';
import type { Span } from '#core/problems/index';
import { bind } from '#core/schema/bind';
import { pathAt } from '#core/schema/locate';
import { nameSpan, type Message } from '#core/schema/message';
import type { FieldType } from '#core/schema/types';
import type { FieldNode, ScalarNode, ValueNode } from '#core/text/tree';

export type TypingPlace = FieldPlace | ValuePlace | CommentPlace;

interface InMessages {
  /** The messages around the offset, from the outermost to the innermost, which is `message`. */
  readonly messages: readonly [Message, ...Message[]];
  readonly message: Message;
  /** The range that the chosen text replaces. */
  readonly span: Span;
}

export interface FieldPlace extends InMessages {
  readonly kind: 'field';
  /** The field being named, if at least one letter of it is there. */
  readonly node: FieldNode | undefined;
}

export interface ValuePlace extends InMessages {
  readonly kind: 'value';
  readonly field: FieldType;
  readonly node: FieldNode;
  /** The part of the string or word before the offset. */
  readonly written: string;
  /** For a string: the missing text before and after the value, and the kind of quote around it. */
  readonly quotes: { readonly before: string; readonly after: string; readonly quote: string };
}

export interface CommentPlace {
  readonly kind: 'comment';
  /** From `#` to the offset. */
  readonly written: string;
  /** The word that ends at the offset. */
  readonly span: Span;
}

/** Undefined if there is nothing to propose: in a message unknown to the schema, or after a complete value. */
export function placeAt(analysis: Analysis, offset: number): TypingPlace | undefined {
  const { text, tree } = analysis;
  const comment = tree.comments.find(({ start, end }) => start < offset && offset <= end);
  if (comment) {
    const written = text.slice(comment.start, offset);
    return {
      kind: 'comment',
      written,
      span: { start: offset - (/[\w/=-]*$/.exec(written)?.[0].length ?? 0), end: offset },
    };
  }
  const root = rootOf(analysis);
  if (!root) return undefined;
  const { path, message, field, part } = pathAt(root, offset);
  const inner = path.flatMap(({ value }) => (typeof value === 'object' ? [value] : []));
  const until = inner.indexOf(message);
  const around = { messages: [root, ...inner.slice(0, until + 1)] as const, message };
  const node = field ?? unfinishedBefore(message, offset);
  if (!node) return { kind: 'field', ...around, node: undefined, span: { start: offset, end: offset } };
  if (part === 'name') return { kind: 'field', ...around, node, span: nameSpan(node) };
  const type = message.type.fields.get(node.name);
  if (!type) return undefined;
  if (node.colon >= 0 && offset > node.colon) return valuePlace(text, offset, { ...around, field: type, node });
  return undefined;
}

/** Completes a single word too, although such a text is not yet recognized as a net. */
function rootOf({ message, tree, dialect }: Analysis): Message | undefined {
  if (message) return message;
  const net = dialect.schema.messages.get('NetParameter');
  if (!net || tree.root.fields.length > 1) return undefined;
  return bind(tree, net, { dialect: dialect.label, syntaxProblems: [] }).message;
}

/** `name: ` with only whitespace up to the offset. */
function unfinishedBefore({ node }: Message, offset: number): FieldNode | undefined {
  const fields = node?.fields ?? [];
  const field = fields[firstIndexOf(fields, ({ start }) => start >= offset) - 1];
  return field && field.colon >= 0 && !field.value && field.end <= offset ? field : undefined;
}

type At = Pick<ValuePlace, 'messages' | 'message' | 'field' | 'node'>;

function valuePlace(text: string, offset: number, at: At): ValuePlace | undefined {
  const scalar = scalarAt(at.node.value, offset);
  if (scalar === 'elsewhere') return undefined;
  if (!scalar) {
    // On a later line, the offset is not where the missing value is being typed.
    if (!at.node.value && text.slice(at.node.colon, offset).includes('\n')) return undefined;
    return {
      kind: 'value',
      ...at,
      span: { start: offset, end: offset },
      written: '',
      quotes: { before: '"', after: '"', quote: '"' },
    };
  }
  const { start, end } = scalar;
  if (scalar.token !== 'string')
    return {
      kind: 'value',
      ...at,
      span: scalar,
      written: text.slice(start, offset),
      quotes: { before: '"', after: '"', quote: '"' },
    };
  if (offset === start) return undefined;
  const quote = text.charAt(start);
  const closed = end - start > 1 && text.charAt(end - 1) === quote;
  // A string in parts on several lines is never a name.
  if (text.slice(start, end).includes('\n')) return undefined;
  if (closed && offset === end) return undefined;
  const span = { start: start + 1, end: closed ? end - 1 : offset };
  return {
    kind: 'value',
    ...at,
    span,
    written: text.slice(start + 1, offset),
    quotes: { before: '', after: closed ? '' : quote, quote },
  };
}

function scalarAt(value: ValueNode | undefined, offset: number): ScalarNode | 'elsewhere' | undefined {
  if (!value) return undefined;
  if (value.kind === 'message') return 'elsewhere';
  if (value.kind === 'scalar') return value.start <= offset && offset <= value.end ? value : 'elsewhere';
  if (offset <= value.start || (value.closed && offset >= value.end)) return 'elsewhere';
  const item = value.items.find(({ start, end }) => start <= offset && offset <= end);
  return item?.kind === 'message' ? 'elsewhere' : item;
}
