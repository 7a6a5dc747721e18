import { writtenParamOf } from '../infer/param-of';
import { num, placeOf, has } from '../schema/message';
import type { WeightCheck } from './check';
import { placeOfFiller } from './place';

/**
 * bilinear fills the kernel of every pair of channels. Unless each channel is a group of its own, each output is the
 * sum of all inputs.
 */
export const bilinearChannels: WeightCheck = {
  kind: 'weight',
  code: 'check/bilinear-channels',
  look: (weight, inferred) => {
    if (weight.distribution?.kind !== 'bilinear') return undefined;
    const param = writtenParamOf(inferred);
    if (!param?.type.fields.has('group')) return undefined;
    const [group, outputs] = [num(param, 'group'), num(param, 'num_output')];
    if (group === outputs) return undefined;
    const span = has(param, 'group') ? placeOf(param, 'group') : placeOfFiller(weight);
    return { code: 'check/bilinear-channels', span, args: { layer: inferred.layer.name, group, outputs } };
  },
};
