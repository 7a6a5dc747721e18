/**
 * SoftmaxWithLoss; a second top has the probabilities, a third the loss of each position (softmax_loss_ohem_layer.cpp
 * of R-FCN).
 */
import type { LayerRule } from '../../net/rules';
import { softmaxWithLoss } from '../softmax-with-loss';
import { formatShape } from '../../net/shape';
import { axisOf } from '../shared/geometry';
import { labelCount } from '../shared/label-count';
import { atBottom } from '../shared/at';
import { lossWeights, made } from './results';
import { withoutNodes } from './without-nodes';

export const softmaxWithLossOhem: LayerRule = {
  ...withoutNodes(softmaxWithLoss),
  type: 'SoftmaxWithLossOHEM',
  summary: 'Softmax and cross entropy. Tops: a single value; the probabilities; the loss of each position.',
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 3 }, automaticTops: 1 },
  setUp(input) {
    const {
      layer,
      param,
      bottoms: [data = null, labels = null],
    } = input;
    const { axis, problems } = axisOf(layer, param, 'axis', 0, data);
    const found = [...problems];
    if (labels?.length === 0) found.push(atBottom(layer, 1, 'layer/scalar-bottom', {}));
    const [items, labelled] = [data?.[0] ?? null, labels?.[0] ?? null];
    if (items !== null && labelled !== null && items !== labelled) {
      found.push(
        atBottom(layer, 1, 'layer/first-dimensions-differ', {
          expected: items,
          found: labelled,
          data: formatShape(data),
        }),
      );
    }
    if (found.length === 0 && axis !== null) found.push(...labelCount(input, axis));
    found.push(...lossWeights(input));
    return made(input, [[], data, labels], found);
  },
};
