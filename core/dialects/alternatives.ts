/** Adds to a guessed dialect the Caffes that have the same names, and other rules for some layers. */
import { inPlaceAllowed } from '../layers/forks/variants';
import { registry, type LayerRule, type Registry } from '../net/rules';
import { layersOf } from './atlas-part';
import type { Alternative, Dialect } from './dialect';

/** `repositories`: those of the atlas that explain more of the text. */
export function withAlternatives(dialect: Dialect, repositories: readonly number[]): Dialect {
  const ofParts = dialect.parts.flatMap(({ rules }) => rules.alternatives ?? []);
  const ofAtlas = layersOf(repositories).flatMap((each) => each.alternatives ?? []);
  const all = [...ofParts, ...ofAtlas, ...(repositories.length > 0 ? [older] : [])];
  if (all.length === 0) return dialect;
  return {
    ...dialect,
    alternatives: all.map(({ layers, lacks = [] }) => ({ layers: replaced(dialect.layers, layers), lacks })),
  };
}

/** A Caffe that is not modelled may be older than some of BVLC's conditions. */
const older: Alternative = { layers: inPlaceAllowed };

function replaced(layers: Registry<LayerRule>, rules: readonly LayerRule[]): Registry<LayerRule> {
  const own = registry(rules);
  return { get: (type) => own.get(type) ?? layers.get(type), types: layers.types };
}
