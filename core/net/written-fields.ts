/** What a layer sets in its own parameter messages, on one line, as it is written. */
import type { Entry, Message } from '../schema/message';

/** Deeper messages are left out; no message of Caffe is nested so deeply. */
const deepest = 5;
/** More would not be read at a glance. */
const longest = 400;

/** `num_output: 50 kernel_size: 5 weight_filler { type: "xavier" }`; empty where nothing is set. */
export function writtenFields({ entries }: Message, text: string): string {
  const parts: string[] = [];
  let length = 0;
  for (const { field, value } of entries) {
    if (!field.name.endsWith('_param') || typeof value !== 'object') continue;
    for (const entry of value.entries) {
      const part = written(entry, text, 1);
      if (part === '') continue;
      length += part.length + 1;
      if (length > longest) return [...parts, '…'].join(' ');
      parts.push(part);
    }
  }
  return parts.join(' ');
}

function written({ field: { name }, value, valueNode: { start, end } }: Entry, text: string, depth: number): string {
  if (value === undefined || end - start > longest) return typeof value === 'object' ? `${name} { … }` : '';
  if (typeof value !== 'object') return `${name}: ${text.slice(start, end).replace(/\s+/g, ' ')}`;
  if (depth >= deepest) return `${name} { … }`;
  const inner = value.entries.map((entry) => written(entry, text, depth + 1)).filter((part) => part !== '');
  return inner.length === 0 ? `${name} {}` : `${name} { ${inner.join(' ')} }`;
}
