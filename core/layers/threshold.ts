/** y = 1 where x > threshold, else 0: threshold_layer.cpp. It has no gradient. */
import type { LayerRule } from '../net/rules';
import { num } from '../schema/message';
import { elementWise } from './shared/element-wise';
import { cast, compare, scalar } from '../graph/operators';

export const threshold: LayerRule = {
  ...elementWise({
    type: 'Threshold',
    param: 'threshold_param',
    summary: '`y = 1` where `x > threshold`, else `0`. It passes no gradient down.',
    onnx: (x, param) => cast(compare('Greater', x, scalar(num(param, 'threshold'))), 'float'),
    neuron: (param) => {
      const threshold = num(param, 'threshold');
      return { value: (x) => (x > threshold ? 1 : 0), slope: () => 0, rising: true };
    },
  }),
  noGradient: 'any',
};
