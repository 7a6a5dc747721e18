import { concat } from '../lists';
import { formatNumber } from '../numbers';
import type { FillerRule } from '../net/rules';
import { num } from '../schema/message';
import { refuseEmpty, refuseSparse } from './checks';

/**
 * Every value is `value`. It is Caffe's default where a filler names no type, with value 0 (filler.hpp,
 * ConstantFiller).
 */
export const constant: FillerRule = {
  type: 'constant',
  summary:
    'Every value is `value` (default 0). Equal weights receive equal gradients and stay equal, so use it for biases.',
  reads: ['value', 'sparse'],
  fill: (input) => {
    const value = num(input.filler, 'value');
    return {
      distribution: { kind: 'constant', value },
      n: null,
      mean: value,
      std: 0,
      formula: `w = ${formatNumber(value)}`,
      problems: concat(refuseEmpty(input, 'constant'), refuseSparse(input, 'constant')),
    };
  },
};
