/** Layers that are left unchecked, since their fields may have another meaning in a Caffe that is not modelled. */
import type { Dialect } from '../dialects/dialect';
import { bvlcLayers } from '../layers';
import type { Layer } from '../net/model';
import type { LayerRule } from '../net/rules';
import type { Message } from '../schema/message';

/**
 * True where a layer, or a message that determines its shapes, has a name from another Caffe. In a filler, param or
 * state such a name makes only that message unknown, not the layer's shapes.
 */
export function isForeign({ foreign, entries }: Message): boolean {
  if (foreign === undefined) return false;
  return (
    foreign === 'own' ||
    entries.some(({ field, value }) => typeof value === 'object' && !apart.has(field.typeName) && isForeign(value))
  );
}

const apart: ReadonlySet<string> = new Set(['FillerParameter', 'ParamSpec', 'NetStateRule']);

/**
 * True where a fork's layer lacks its own parameter message but has that of another type, as `ROIAlign` does in some
 * Caffes: it is a different layer of the same name.
 */
export function isNamesake({ message, type }: Layer, { param, alsoReads = [] }: LayerRule, dialect: Dialect): boolean {
  if (!dialect.others || param === undefined || bvlcLayers.get(type)) return false;
  const params = message.entries.filter(({ field }) => field.kind === 'message' && field.name.endsWith('_param'));
  return params.length > 0 && !params.some(({ field: { name } }) => name === param || alsoReads.includes(name));
}
