/** "Preview weights" above each layer with a filler. Only for clients that have the command. */
import type { Analysis } from '#core/analysis/analysis';
import type { Language } from '#core/messages/language';
import type { NetState } from '#core/net/model';
import type { Span } from '#core/problems/index';
import { previewWeights } from '#protocol/commands';

export interface WeightsLens {
  readonly title: string;
  readonly command: string;
  readonly span: Span;
  /** The layer's name. */
  readonly layer: string;
}

export function codeLenses(analysis: Analysis, state: NetState, { lenses }: Language): readonly WeightsLens[] {
  return analysis.state(state).layers.flatMap(({ layer, params }) => {
    const filled = params.some(({ start, shape }) => start.kind !== 'value' && shape !== null);
    return filled
      ? [{ title: lenses.previewWeights, command: previewWeights, span: layer.span, layer: layer.name }]
      : [];
  });
}
