/** "Preview weights" over each layer that a filler fills. Only for clients that say they have the command. */
import type { Analysis } from '#core/analysis/analysis';
import type { Language } from '#core/messages/language';
import type { NetState } from '#core/net/model';
import type { Span } from '#core/problems/index';
import { previewWeights } from '#protocol/commands';

export interface WeightsLens {
  readonly title: string;
  readonly command: string;
  readonly span: Span;
  /** Name of the layer. */
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
