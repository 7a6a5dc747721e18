/** Weighs how strongly the names of a text indicate a Caffe. */
import { lazy } from '../lazy';
import { forkNames } from '../schema/forks';
import { bvlcSchema } from '../schema/compiled';
import { bvlcLayers } from '../layers';
import { keyOf, type Misfit } from './misfits';

export interface Evidence {
  readonly score: number;
  readonly explains: number;
}

/** `unknown`: names of the text that BVLC Caffe lacks; `left`: names that the candidate lacks. */
export function evidenceOf(unknown: readonly Misfit[], left: readonly Misfit[]): Evidence {
  const before = new Set(unknown.map(keyOf));
  const after = new Set(left.map(keyOf));
  const explains = sumOf(unknown.filter((misfit) => !after.has(keyOf(misfit))));
  const breaks = left.filter((misfit) => !before.has(keyOf(misfit))).reduce((sum, misfit) => sum + costOf(misfit), 0);
  return { score: explains - breaks, explains };
}

/**
 * A name that BVLC has and a fork lacks, or uses otherwise, counts as much against the fork as a layer of its own
 * counts for it. An unknown name in a message that the fork has and BVLC lacks counts little: it may be misspelt, or a
 * later addition.
 */
function costOf({ kind, of }: Misfit): number {
  const isNewOwner =
    (kind === 'field' && !bvlcSchema.messages.has(of)) || (kind === 'value' && !bvlcSchema.enums.has(of));
  return isNewOwner ? 0.05 : 2;
}

/**
 * A layer type, or a field of a layer, net or solver, counts most; a field of a message that BVLC also has counts
 * little; a field that may merely be misplaced counts nothing. A name that many forks have counts less than one that a
 * single fork has.
 */
export function weightOf({ kind, of, name }: Misfit): number {
  switch (kind) {
    case 'layer':
      return 2 * rarity(forkNames.layerTypeOwners(name).length);
    case 'field':
      if (of === 'LayerParameter' && mayBeMisplaced().has(name)) return 0;
      return (roots.has(of) ? 2 : 0.5) * rarity(forkNames.fieldOwners(of, name).length);
    case 'value':
      return 0.5 * rarity(forkNames.enumValueOwners(of, name).length);
    case 'use':
      return 1;
  }
}

const roots: ReadonlySet<string> = new Set(['LayerParameter', 'V1LayerParameter', 'NetParameter', 'SolverParameter']);

export function sumOf(misfits: readonly Misfit[]): number {
  return misfits.reduce((sum, misfit) => sum + weightOf(misfit), 0);
}

function rarity(owners: number): number {
  return 1 / Math.sqrt(Math.max(owners, 1));
}

/** Parameter names of BVLC's layers, which people often write outside of their message by mistake. */
const mayBeMisplaced = lazy((): ReadonlySet<string> => {
  const layer = bvlcSchema.messages.get('LayerParameter');
  const params = [...bvlcLayers.types.map((type) => bvlcLayers.get(type)?.param ?? ''), 'param', 'transform_param'];
  const types = [...new Set(params)].flatMap((name) => layer?.fields.get(name)?.message ?? []);
  const old = ['V0LayerParameter', 'V1LayerParameter'].flatMap((name) => bvlcSchema.messages.get(name) ?? []);
  return new Set([...types, ...old].flatMap(({ fields }) => [...fields.keys()]));
});
