import type { Span } from '../problems';
import type { FieldNode, MessageNode, Tree } from '../text/tree';

/** The innermost field that contains the whole span. */
export function fieldAt({ root }: Tree, span: Span): FieldNode | undefined {
  let found: FieldNode | undefined;
  let message: MessageNode | undefined = root;
  while (message) {
    const field: FieldNode | undefined = message.fields.find((candidate) => holds(candidate, span));
    found = field ?? found;
    message = field && messageIn(field, span);
  }
  return found;
}

function messageIn({ value }: FieldNode, span: Span): MessageNode | undefined {
  if (value?.kind === 'message') return value;
  if (value?.kind !== 'list') return undefined;
  return value.items.find((item): item is MessageNode => item.kind === 'message' && holds(item, span));
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
