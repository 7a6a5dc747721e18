import { num, placeOf, has, sub } from '../schema/message';
import type { WeightCheck } from './check';
import { placeOfFiller } from './place';

/** bilinear fills the kernel of every pair of channels, so that without a group a channel each output is the sum of all inputs. */
export const bilinearChannels: WeightCheck = {
  kind: 'weight',
  code: 'check/bilinear-channels',
  look: (weight, { layer, rule }) => {
    if (weight.distribution?.kind !== 'bilinear' || rule?.param === undefined) return undefined;
    const param = sub(layer.message, rule.param);
    if (!param?.type.fields.has('group')) return undefined;
    const [group, outputs] = [num(param, 'group'), num(param, 'num_output')];
    if (group === outputs) return undefined;
    const span = has(param, 'group') ? placeOf(param, 'group') : placeOfFiller(weight);
    return { code: 'check/bilinear-channels', span, args: { layer: layer.name, group, outputs } };
  },
};
