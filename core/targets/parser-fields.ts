/** What the parser of a target knows, and which other fields and values it rejects the file for. */
import { none } from '../lists';
import type { Problem, Span } from '../problems';
import { nameSpan, valueSpan, type Entry, type Message } from '../schema/message';
import type { FieldType, Schema } from '../schema/types';
import type { FieldNode, ValueNode } from '../text/tree';
import { named, type Target } from './target';

/** Where a message is: what the parser does with an unknown field there. `param`: of a layer, or within such a message. */
type Place = 'file' | 'layer' | 'old layer' | 'param' | 'other';

/**
 * Fields that the target's parser lacks and enum values that it does not know, wherever they are in the file, if it
 * rejects the file for them. `kept`: the offsets of the layers that a deploy net keeps; undefined for all.
 */
export function unreadableFields(
  target: Target,
  { message, bvlc }: { readonly message: Message; readonly bvlc: Schema },
  kept: ReadonlySet<number> | undefined,
): readonly Problem[] {
  if (!target.fields) return none;
  const found: Problem[] = [];
  const pending: { readonly owner: Message; readonly place: Place }[] = [{ owner: message, place: 'file' }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { owner, place } = next;
    const onlyTexts = target.fields.others === 'texts rejected';
    if (!onlyTexts || place === 'layer' || place === 'param') {
      const unread = unreadFields(target, bvlc, owner).filter((node) => !onlyTexts || holdsText(node));
      found.push(...unread.map((node) => rejected(target, nameSpan(node), node.name)));
    }
    for (const entry of owner.entries) {
      const { field, node, value } = entry;
      if ((field.name === 'layer' && kept?.has(node.start) === false) || !isFieldRead(target, bvlc, field)) continue;
      if (isMissingValue(target, bvlc, entry)) found.push(rejected(target, valueSpan(entry), String(value)));
      else if (typeof value === 'object') pending.push({ owner: value, place: placeWithin(place, field.name) });
    }
  }
  return found;
}

function placeWithin(place: Place, name: string): Place {
  if (place === 'file') return name === 'layer' ? 'layer' : name === 'layers' ? 'old layer' : 'other';
  return place === 'param' || (place !== 'other' && name.endsWith('_param')) ? 'param' : 'other';
}

/** The fields of a message that the target's parser lacks. A misspelled name is reported as such. */
export function unreadFields(target: Target, bvlc: Schema, { entries, node, type }: Message): readonly FieldNode[] {
  if (!target.fields) return none;
  const bound = new Set(entries.map((entry) => entry.node));
  const unread = entries.filter(
    ({ field, node: { name } }) => name === field.name && !isFieldRead(target, bvlc, field),
  );
  // Names that the Caffe of this file lacks as well.
  const unbound = (node?.fields ?? none).filter(
    (field) => !bound.has(field) && !isNameRead(target, bvlc, type.name, field.name),
  );
  return [...new Set([...unread.map((entry) => entry.node), ...unbound])];
}

function holdsText({ value }: FieldNode): boolean {
  const pending: (ValueNode | undefined)[] = [value];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.kind === 'scalar') {
      if (next.token === 'string') return true;
    } else if (next.kind === 'list') pending.push(...next.items);
    else pending.push(...next.fields.map((field) => field.value));
  }
  return false;
}

/** Whether the parser knows the field, if that is known. */
export function isFieldRead(target: Target, bvlc: Schema, { owner, name }: FieldType): boolean {
  return isNameRead(target, bvlc, owner, name);
}

function isNameRead({ fields }: Target, bvlc: Schema, owner: string, name: string): boolean {
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
