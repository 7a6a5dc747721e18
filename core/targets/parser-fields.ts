/** What the parser of a target knows: a net with any other field is rejected as a whole. */
import { none } from '../lists';
import type { Problem, Span } from '../problems';
import { nameSpan, valueSpan, type Entry, type Message } from '../schema/message';
import type { FieldType, Schema } from '../schema/types';
import { named, type Target } from './target';

/**
 * Fields that the target's parser lacks, wherever they are in the file: it rejects the file. `kept`: the offsets of the
 * layers that a deploy net keeps; undefined for all.
 */
export function unreadableFields(
  target: Target,
  { message, bvlc }: { readonly message: Message; readonly bvlc: Schema },
  kept: ReadonlySet<number> | undefined,
): readonly Problem[] {
  if (!target.fields) return none;
  const found: Problem[] = [];
  const pending: Message[] = [message];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const entry of next.entries) {
      const { field, node, value } = entry;
      // A misspelled name is reported as such.
      if (node.name !== field.name || (field.name === 'layer' && kept?.has(node.start) === false)) continue;
      if (!isFieldRead(target, bvlc, field)) found.push(rejected(target, nameSpan(node), field.name));
      else if (isMissingValue(target, bvlc, entry)) found.push(rejected(target, valueSpan(entry), String(value)));
      else if (typeof value === 'object') pending.push(value);
    }
  }
  return found;
}

/** Whether the parser knows the field, if that is known. */
export function isFieldRead({ fields }: Target, bvlc: Schema, { owner, name }: FieldType): boolean {
  if (!fields) return true;
  if (fields.adds[owner]?.includes(name)) return true;
  const message = bvlc.messages.get(owner);
  // A message that only other Caffes have is rejected where it is used.
  if (!message) return !fields.adds[owner];
  return message.fields.has(name) && fields.lacks[owner]?.includes(name) !== true;
}

function isMissingValue({ fields }: Target, bvlc: Schema, { field: { enumeration }, value }: Entry): boolean {
  if (!fields || !enumeration || typeof value !== 'string') return false;
  const { name } = enumeration;
  if (fields.adds[name]?.includes(value)) return false;
  const own = bvlc.enums.get(name);
  return own !== undefined && (!own.values.has(value) || fields.lacks[name]?.includes(value) === true);
}

function rejected(target: Target, span: Span, name: string): Problem {
  return {
    code: 'target/limit',
    span,
    args: { ...named(target), limit: { phrase: 'target-no-field', args: { name } } },
  };
}
