/** y = base^(shift + scale · x); base −1 stands for e: exp_layer.cpp. */
import { num } from '../schema/message';
import { elementWise } from './shared/element-wise';
import { baseProblems } from './shared/logarithm-base';
import { scaled, unary } from '../graph/operators';

export const exp = elementWise({
  type: 'Exp',
  param: 'exp_param',
  summary: '`y = base ^ (shift + scale · x)`, where `base` is e by default.',
  check: ({ param }) => baseProblems(param),
  inPlace: { reads: () => 'values', keeps: () => 'nothing' },
  onnx: (x, param) => {
    const [base, scale, shift] = [num(param, 'base'), num(param, 'scale'), num(param, 'shift')];
    const power = unary('Exp', scaled(x, scale * (base === -1 ? 1 : Math.log(base))));
    return scaled(power, shift === 0 ? 1 : base === -1 ? Math.exp(shift) : base ** shift);
  },
  neuron: (param) => {
    const [base, scale, shift] = [num(param, 'base'), num(param, 'scale'), num(param, 'shift')];
    const rate = base === -1 ? 1 : Math.log(base);
    const value = (x: number): number => Math.exp(rate * (shift + scale * x));
    return { value, slope: (x) => rate * scale * value(x), rising: rate * scale >= 0 };
  },
});
