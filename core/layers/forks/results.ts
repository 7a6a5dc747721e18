/** Results of set-up that forks' layers share. */
import type { ParamBlob, SetUpInput, SetUpResult } from '../../net/rules';
import type { Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { entriesOf } from '../../schema/message';
import { blobProblems } from '../shared/geometry';

/** Tops of these shapes; unknown where there is a problem, so that it causes no further errors in later layers. */
export function made(
  input: SetUpInput,
  tops: readonly Shape[],
  problems: readonly Problem[],
  params: readonly ParamBlob[] = [],
): SetUpResult {
  const { layer } = input;
  const found =
    problems.length > 0
      ? problems
      : tops.flatMap((shape, i) => (i < layer.tops.length ? blobProblems(layer, shape, i) : []));
  return { tops: layer.tops.map((_, i) => (found.length > 0 ? null : (tops[i] ?? null))), params, problems: found };
}

/** A loss without `loss_weight` sets one itself, and several tops need one each (layer.hpp, SetLossWeights). */
export function lossWeights({ layer }: SetUpInput): readonly Problem[] {
  if (layer.tops.length < 2 || entriesOf(layer.message, 'loss_weight').length > 0) return [];
  return [{ code: 'layer/loss-weights-missing', span: layer.tops[1]?.span ?? layer.typeSpan, args: {} }];
}
