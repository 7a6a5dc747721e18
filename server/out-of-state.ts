/** Layers that the chosen state excludes: their text is faded. */
import type { Analysis } from '#core/analysis/analysis';
import type { NetState } from '#core/net/model';
import { effectiveState, formatState, isIn, readRule } from '#core/net/state';
import { writtenLayers } from '#core/net/written-layers';
import type { Problem } from '#core/problems/index';
import { sub, subs } from '#core/schema/message';

export function outOfState({ message, kind }: Analysis, asked: NetState): readonly Problem[] {
  if (kind !== 'net' || !message) return [];
  const state = effectiveState(asked, sub(message, 'state'));
  return writtenLayers(message).flatMap(({ entry: { node }, message: layer }): readonly Problem[] => {
    if (isIn(subs(layer, 'include').map(readRule), subs(layer, 'exclude').map(readRule), state)) return [];
    return [
      { code: 'net/out-of-state', span: { start: node.start, end: node.end }, args: { state: formatState(state) } },
    ];
  });
}
