/** Finds the field and message at an offset of the text. */
import { firstIndexOf } from '../lists';
import type { Span } from '../problems';
import type { FieldNode } from '../text/tree';
import type { Entry, Message } from './message';

export interface Located {
  /** The entries around the offset, outermost first. */
  readonly path: readonly Entry[];
  /** The innermost bound message. */
  readonly message: Message;
  /** The innermost field of the text around the offset; the last of `path` if the schema has it. */
  readonly field: FieldNode | undefined;
  /** The part of `field` that contains the offset or ends at it. */
  readonly part: 'name' | 'value' | 'between' | undefined;
}

/** For messages as `bind` returns them. An offset at the end of a token counts as in it, as for a cursor. */
export function pathAt(root: Message, offset: number): Located {
  const path: Entry[] = [];
  let message = root;
  for (;;) {
    const entry = entryAt(message, offset);
    if (!entry) return located(path, message, fieldAt(message, offset), offset);
    path.push(entry);
    const isInside = typeof entry.value === 'object' && isInBrackets(entry, offset);
    if (!isInside) return located(path, message, entry.node, offset);
    message = entry.value;
  }
}

function located(path: readonly Entry[], message: Message, field: FieldNode | undefined, offset: number): Located {
  return { path, message, field, part: field && partOf(field, offset) };
}

function partOf({ start, nameEnd, value }: FieldNode, offset: number): 'name' | 'value' | 'between' {
  if (offset >= start && offset <= nameEnd) return 'name';
  return value && offset >= value.start && offset <= value.end ? 'value' : 'between';
}

/**
 * The last entry that begins at or before the offset and extends to it; in a list the item that does, else the first.
 */
function entryAt({ entries }: Message, offset: number): Entry | undefined {
  const last = firstIndexOf(entries, ({ node }) => node.start > offset) - 1;
  const found = entries[last];
  if (!found || !within(found.node, offset)) return undefined;
  let first = last;
  for (let i = last; i >= 0 && entries[i]?.node === found.node; first = i--) {
    const entry = entries[i] as Entry;
    if (within(entry.valueNode, offset)) return entry;
  }
  return entries[first];
}

function fieldAt({ node }: Message, offset: number): FieldNode | undefined {
  const fields = node?.fields ?? [];
  const field = fields[firstIndexOf(fields, ({ start }) => start > offset) - 1];
  return field && within(field, offset) ? field : undefined;
}

function isInBrackets({ valueNode }: Entry, offset: number): boolean {
  if (valueNode.kind !== 'message' || offset <= valueNode.start) return false;
  return valueNode.closed ? offset < valueNode.end : offset <= valueNode.end;
}

function within({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
