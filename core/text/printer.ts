/**
 * Tree → text. Every token is taken from its own node and all whitespace and comments from between two, so that a tree
 * with overlapping nodes is printed wrongly.
 */
import type { FieldNode, ListNode, MessageNode, Tree } from './tree';

/** The text of the tree, character for character. Iterative. */
export function print({ text, root }: Tree): string {
  const out: string[] = [];
  let at = 0;
  /** Emits what precedes a token, then the token. */
  const emit = (start: number, end: number): void => {
    out.push(text.slice(at, start), text.slice(start, end));
    at = end;
  };
  const open: Open[] = [{ node: root, next: 0 }];
  for (let top = open[0]; top; top = open[open.length - 1]) {
    const { node } = top;
    const child = node.kind === 'list' ? node.items[top.next] : node.fields[top.next];
    if (!child) {
      open.pop();
      if (node === root) emit(root.end, root.end);
      else if (node.closed) emit(node.end - 1, node.end);
      else emit(node.end, node.end);
      continue;
    }
    top.next++;
    const value = child.kind === 'field' ? emitName(child, emit) : child;
    if (value?.kind === 'scalar') emit(value.start, value.end);
    else if (value) {
      emit(value.start, value.start + 1);
      open.push({ node: value, next: 0 });
    }
  }
  return out.join('');
}

interface Open {
  readonly node: MessageNode | ListNode;
  next: number;
}

function emitName(field: FieldNode, emit: (start: number, end: number) => void): FieldNode['value'] {
  emit(field.start, field.nameEnd);
  if (field.colon >= 0) emit(field.colon, field.colon + 1);
  return field.value;
}
