import type { WeightCheck } from './check';
import { isWeight } from './facts';
import { placeOfFiller } from './place';

/** The gradient that a layer passes down is multiplied by its weights: where they are all 0, none arrives. */
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
