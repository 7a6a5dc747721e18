/** The refactorings that are available at an offset without further input. */
import type { Analysis } from '../../analysis/analysis';
import type { Layer } from '../../net/model';
import type { Fix } from '../change';
import { statesOf } from '../states';
import { upgradeFix } from '../upgrade';
import { blockAt, duplicateBlock, nextPrefix } from './duplicate';
import { insertLayers } from './insert-layer';
import { leaveInPlace, makeInPlace } from './in-place';

export function refactoringsAt(analysis: Analysis, offset: number): readonly Fix[] {
  if (analysis.kind !== 'net' || analysis.message?.state === 'unreadable') return [];
  const layer = layerAt(analysis, offset);
  if (!layer) return [];
  const block = blockAt(analysis, offset);
  const to = block && nextPrefix(analysis, block.prefix);
  const found = [
    makeInPlace(analysis, layer),
    leaveInPlace(analysis, layer),
    ...usual.map((types) => insertLayers(analysis, offset, types)),
    block && to !== undefined ? duplicateBlock(analysis, block, to) : undefined,
    upgradeFix(analysis),
  ];
  return found.filter((fix) => fix !== undefined);
}

/** The layers inserted most often; any other type can be requested by name. */
const usual: readonly (readonly string[])[] = [['ReLU'], ['BatchNorm', 'Scale'], ['Dropout']];

function layerAt(analysis: Analysis, offset: number): Layer | undefined {
  for (const state of statesOf(analysis)) {
    const found = analysis.state(state).net.layers.find(({ span }) => span.start <= offset && offset <= span.end);
    if (found) return found;
  }
  return undefined;
}
