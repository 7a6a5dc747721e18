/** A tree in one line: the fields without their positions. */
import type { FieldNode, Tree, ValueNode } from '#core/text/tree';

/** For example `a: 1 b {c: x} d: [1, 2]`; `?` stands for a missing value, `}?` for a missing bracket. */
export function outline({ text, root }: Tree): string {
  return root.fields.map((field) => fieldLine(text, field)).join(' ');
}

function fieldLine(text: string, { name, value, colon }: FieldNode): string {
  const separator = colon >= 0 || value?.kind === 'scalar' || !value ? ': ' : ' ';
  return `${name}${separator}${value ? valueLine(text, value) : '?'}`;
}

function valueLine(text: string, value: ValueNode): string {
  switch (value.kind) {
    case 'scalar':
      return text.slice(value.start, value.end);
    case 'list':
      return `[${value.items.map((item) => valueLine(text, item)).join(', ')}]${value.closed ? '' : '?'}`;
    case 'message':
      return `{${value.fields.map((field) => fieldLine(text, field)).join(' ')}}${value.closed ? '' : '?'}`;
  }
}
