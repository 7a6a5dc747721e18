import type { LayerRule } from '../net/rules';
import { atlasLayers } from './atlas-caffes';
import { bvlc } from './bvlc';
import { forkRules } from './rules';

/** The rules of every known Caffe: a type that several define is listed several times. */
export function allRules(): readonly LayerRule[] {
  const own = bvlc.layers.types.flatMap((type) => bvlc.layers.get(type) ?? []);
  const forks = Object.values(forkRules).flatMap(({ layers = [] }) => layers);
  return [...own, ...forks, ...atlasLayers.flatMap(({ layers }) => layers)];
}
