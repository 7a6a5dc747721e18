/** Layers that are left unchecked, since their fields may have another meaning in a Caffe that is not modelled. */
import type { Dialect } from '../dialects/dialect';
import { bvlcLayers } from '../layers';
import type { Layer } from '../net/model';
import type { LayerRule } from '../net/rules';
import { bvlcSchema } from '../schema/compiled';
import type { Entry, Message } from '../schema/message';

/**
 * True where a layer, or a message that determines its shapes, has a name from another Caffe whose meaning is not known
 * for this type. In a filler, param or state such a name makes only that message unknown, not the layer's shapes.
 */
export function isForeign({ message, type }: Layer): boolean {
  return hasForeignName(message) || hasNameOfOtherTypes(message, type);
}

function hasForeignName({ foreign, entries }: Message): boolean {
  if (foreign === undefined) return false;
  return (
    foreign === 'own' ||
    entries.some(({ field, value }) => typeof value === 'object' && !apart.has(field.typeName) && hasForeignName(value))
  );
}

const apart: ReadonlySet<string> = new Set(['FillerParameter', 'ParamSpec', 'NetStateRule']);

/**
 * True for a name that only the rules of other types read. A single value of a field that BVLC has means the same as
 * there.
 */
function hasNameOfOtherTypes({ entries }: Message, type: string): boolean {
  return entries.some(({ field, value }, i) => {
    if (typeof value === 'object') {
      if (!apart.has(field.typeName) && hasNameOfOtherTypes(value, type)) return true;
    } else if (field.enumeration && isReadByOthers(field.enumeration.values.get(String(value))?.readBy, type)) {
      return true;
    }
    return isReadByOthers(field.readBy, type) && !(isOfBvlc(field) && isOnly(entries, i));
  });
}

function isReadByOthers(readBy: readonly string[] | undefined, type: string): boolean {
  return readBy !== undefined && !readBy.includes(type);
}

function isOfBvlc({ owner, name }: Entry['field']): boolean {
  return bvlcSchema.messages.get(owner)?.fields.has(name) === true;
}

function isOnly(entries: Message['entries'], at: number): boolean {
  return entries.every(({ field }, i) => i === at || field !== entries[at]?.field);
}

/**
 * True where a fork's layer lacks its own parameter message but has that of another type, as `ROIAlign` does in some
 * Caffes: it is a different layer of the same name.
 */
export function isNamesake({ message, type }: Layer, { param, alsoReads = [] }: LayerRule, dialect: Dialect): boolean {
  if (!dialect.others || param === undefined || bvlcLayers.get(type)) return false;
  const params = message.entries.filter(({ field }) => field.kind === 'message' && field.name.endsWith('_param'));
  return params.length > 0 && !params.some(({ field: { name } }) => name === param || alsoReads.includes(name));
}
