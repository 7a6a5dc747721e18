import type { WeightCheck } from './check';
import { isWeight } from './facts';
import { placeOfFiller } from './place';

/** The gradient passed down is multiplied by the weights: where they are all 0, it is 0. */
export const zeroStart: WeightCheck = {
  kind: 'weight',
  code: 'check/zero-start',
  look: (weight, { layer }, { learnsBelow, weightsAbove }) => {
    const { distribution } = weight;
    if (!isWeight(weight) || distribution?.kind !== 'constant' || distribution.value !== 0) return undefined;
    if (learnsBelow[layer.index] !== true || weightsAbove[layer.index] !== true) return undefined;
    return {
      code: 'check/zero-start',
      span: placeOfFiller(weight),
      args: { layer: layer.name, role: weight.role, field: weight.fillerField ?? '' },
    };
  },
};
