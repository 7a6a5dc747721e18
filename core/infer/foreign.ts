/** Layers of which nothing is judged, since a Caffe that is not modelled may give what stands in them another meaning. */
import type { Dialect } from '../dialects/dialect';
import { bvlcLayers } from '../layers';
import type { Layer } from '../net/model';
import type { LayerRule } from '../net/rules';
import type { Message } from '../schema/message';

/**
 * True where a name in a layer, or in a message that its shapes come from, is another Caffe's. A filler, a param or a state that
 * has one is unknown by itself, and the layer's shapes are not.
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
 * True where a fork's layer has no parameters of its own but those of another type, as `ROIAlign` has in some Caffes: then it
 * is another layer of the same name.
 */
export function isNamesake({ message, type }: Layer, { param, alsoReads = [] }: LayerRule, dialect: Dialect): boolean {
  if (!dialect.others || param === undefined || bvlcLayers.get(type)) return false;
  const params = message.entries.filter(({ field }) => field.kind === 'message' && field.name.endsWith('_param'));
  return params.length > 0 && !params.some(({ field: { name } }) => name === param || alsoReads.includes(name));
}
