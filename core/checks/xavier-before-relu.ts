import { paramOf } from '../infer/param-of';
import type { InferredLayer } from '../infer/types';
import type { WeightCheck } from './check';
import { isWeight } from './facts';
import { placeOfFiller } from './place';

/**
 * xavier preserves the variance through a layer without activation; a ReLU after it halves the variance (He et al.
 * 2015).
 */
export const xavierBeforeRelu: WeightCheck = {
  kind: 'weight',
  code: 'check/xavier-before-relu',
  look: (weight, { layer }, { readers }) => {
    if (!isWeight(weight) || weight.filler !== 'xavier') return undefined;
    const [top] = layer.tops;
    const rectifier = top && readers[top.blob.id]?.find(rectifies);
    if (!rectifier) return undefined;
    return {
      code: 'check/xavier-before-relu',
      span: placeOfFiller(weight),
      args: { layer: layer.name, rectifier: rectifier.layer.name, type: rectifier.layer.type },
      related: [{ code: 'rectified-here', span: rectifier.layer.typeSpan, args: { layer: rectifier.layer.name } }],
    };
  },
};

function rectifies({ rule, layer }: InferredLayer): boolean {
  return rule?.rectifies?.(paramOf(layer, rule)) ?? false;
}
