/**
 * Half the squared distance to the centre of the label's class; the centres, num_output × K, are learned
 * (center_loss_layer.cpp of caffe-face).
 */
import type { LayerRule } from '../../net/rules';
import type { Problem } from '../../problems';
import { num } from '../../schema/message';
import { atBottom } from '../shared/at';
import { filledBlob } from '../shared/filled-blob';
import { axisOf, countOf } from '../shared/geometry';
import { noMacs } from '../shared/macs';
import { everything } from '../shared/windows';
import { above } from './fields';
import { needsSame, needsSize } from './needs';
import { made } from './results';

export const centerLoss: LayerRule = {
  type: 'CenterLoss',
  summary:
    'The distance to the center of the true class; the centers are learned. Bottoms: features, labels. Top: a single value.',
  param: 'center_loss_param',
  alsoReads: ['loss_param'],
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1 }, automaticTops: 1 },
  macs: noMacs,
  window: everything,
  setUp(input) {
    const {
      layer,
      param,
      bottoms: [data = null, labels = null],
    } = input;
    const { axis, problems } = axisOf(layer, param, 'axis', 0, data);
    const found: Problem[] = [...problems, ...above(input, 'num_output', 0)];
    if (labels?.length === 0) found.push(atBottom(layer, 1, 'layer/scalar-bottom', {}));
    if (found.length === 0)
      found.push(
        ...needsSame(input, 1, 0, ['num']),
        ...needsSize(input, 1, 'channels', 1),
        ...needsSize(input, 1, 'height', 1),
        ...needsSize(input, 1, 'width', 1),
      );
    const shape = [num(param, 'num_output'), data === null || axis === null ? null : countOf(data, axis)];
    return made(
      input,
      layer.tops.map(() => []),
      found,
      [filledBlob(param, 'centre', 'center_filler', shape)],
    );
  },
};
