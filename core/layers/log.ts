/**
 * y = log_base(shift + scale · x); base −1 stands for e. It divides by log(base), so a base of 1 is rejected:
 * log_layer.cpp.
 */
import { num, placeOf } from '../schema/message';
import { elementWise, slopeFirst } from './shared/element-wise';
import { baseProblems } from './shared/logarithm-base';
import { scaled, shifted, unary } from '../graph/operators';

export const log = elementWise({
  type: 'Log',
  param: 'log_param',
  // In place, its gradient overwrites the bottom's diff before the top's has been read.
  inPlace: { spoils: () => 'gradient', keeps: () => 'nothing' },
  summary: '`y = log(shift + scale · x)` to `base`, which is e by default.',
  onnx: (x, param) => {
    const base = num(param, 'base');
    const inner = shifted(scaled(x, num(param, 'scale')), num(param, 'shift'));
    return scaled(unary('Log', inner), base === -1 ? 1 : 1 / Math.log(base));
  },
  backward: (input) => {
    const { x, param } = input;
    const [base, scale] = [num(param, 'base'), num(param, 'scale')];
    const slope = unary('Reciprocal', shifted(scaled(x, scale), num(param, 'shift')));
    return slopeFirst(scaled(slope, base === -1 ? scale : scale / Math.log(base)), input);
  },
  check: ({ param }) =>
    num(param, 'base') === 1
      ? [{ code: 'layer/base-one', span: placeOf(param, 'base'), args: {} }]
      : baseProblems(param),
});
