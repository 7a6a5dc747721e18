/** "Preview weights" above each layer whose initial values differ. Only for clients that have the command. */
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
    // Of a constant, or of values that are unknown, a picture shows nothing.
    const hasPicture = params.some(
      ({ start, shape, distribution, std }) =>
        start.kind !== 'value' && shape !== null && distribution && distribution.kind !== 'table' && std !== 0,
    );
    return hasPicture
      ? [{ title: lenses.previewWeights, command: previewWeights, span: layer.span, layer: layer.name }]
      : [];
  });
}
