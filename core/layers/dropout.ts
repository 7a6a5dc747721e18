/**
 * In TRAIN, y = 0 with probability p = dropout_ratio, else x / (1 − p); in TEST, y = x. The ratio is only checked by a
 * debug assertion, so no value is rejected: dropout_layer.cpp.
 */
import type { LayerRule } from '../net/rules';
import { unchanged } from '../moments/pointwise';
import { dropped } from '../moments/scaling';
import { num } from '../schema/message';
import { elementWise } from './shared/element-wise';
import { phaseOf } from './shared/phase';
import { drawn, mul, scaled } from '../graph/operators';

export const dropout: LayerRule = {
  ...elementWise({
    type: 'Dropout',
    param: 'dropout_param',
    skeleton: { name: 'drop1', body: 'dropout_ratio: ${1:0.5}', inPlace: true },
    summary:
      'In TRAIN, sets each value to 0 with probability `dropout_ratio` and scales the others by `1 / (1 − dropout_ratio)`; ' +
      'in TEST, passes all values on unchanged.',
  }),
  inPlace: { keeps: ({ param }) => (num(param, 'dropout_ratio') === 0 ? 'all' : 'signs') },
  keepsCopies: true,
  onnx({ layer, param, state, bottoms }) {
    const [x] = bottoms;
    if (!x || phaseOf(layer, state) === 'TEST') return bottoms;
    const ratio = Math.fround(num(param, 'dropout_ratio'));
    const kept = mul(x, drawn(x.shape, { kind: 'keep', probability: 1 - ratio }));
    return [scaled(kept, Math.fround(1 / (1 - ratio)))];
  },
  moments: ({ param, state, bottoms: [bottom = null], ...input }) => {
    const ratio = num(param, 'dropout_ratio');
    if (phaseOf(input.layer, state) === 'TEST' || ratio === 0) return unchanged({ bottoms: [bottom] });
    return bottom && ratio > 0 && ratio < 1 ? dropped(bottom, ratio) : null;
  },
};
