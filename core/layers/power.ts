/** y = (shift + scale · x) ^ power: power_layer.cpp. */
import { num } from '../schema/message';
import { elementWise, slopeFirst } from './shared/element-wise';
import { binary, div, expand, scalar, scaled, shifted } from '../graph/operators';

export const power = elementWise({
  type: 'Power',
  param: 'power_param',
  summary: '`y = (shift + scale · x) ^ power`.',
  // In place, its gradient overwrites the bottom's diff before the top's has been read, and for powers other than 0, 1
  // and 2 divides by the bottom.
  inPlace: {
    spoils: ({ param }) => (num(param, 'power') * num(param, 'scale') === 0 ? undefined : 'gradient'),
    reads: ({ param }) => ([0, 1, 2].includes(num(param, 'power')) || num(param, 'scale') === 0 ? undefined : 'values'),
    keeps: ({ param }) =>
      num(param, 'power') === 1 && num(param, 'scale') > 0 && num(param, 'shift') === 0 ? 'signs' : 'nothing',
  },
  onnx: (x, param) => {
    const [power, scale, shift] = [num(param, 'power'), num(param, 'scale'), num(param, 'shift')];
    // A constant for any bottom: not even NaN passes through.
    if (power * scale === 0) return expand(scalar(power === 0 ? 1 : shift ** power), x.shape);
    const inner = shifted(scaled(x, scale), shift);
    // The top must not be the bottom's value itself, since that may change in place.
    return power === 1 ? inner : binary('Pow', inner, scalar(power));
  },
  backward: (input) => {
    const { x, y, param } = input;
    const [power, scale, shift] = [num(param, 'power'), num(param, 'scale'), num(param, 'shift')];
    const rate = Math.fround(power * scale);
    // The top's gradient is not even read.
    if (rate === 0) return undefined;
    const inner = shifted(scaled(x, scale), shift);
    if (power === 1) return slopeFirst(expand(scalar(rate), x.shape), input);
    if (power === 2) return slopeFirst(scaled(inner, rate), input);
    // Divides by the bottom, so that there is no gradient at 0.
    return slopeFirst(shift === 0 ? scaled(div(y, x), power) : scaled(div(y, inner), rate), input);
  },
  neuron: (param) => {
    const [power, scale, shift] = [num(param, 'power'), num(param, 'scale'), num(param, 'shift')];
    // For other powers half of the values (those below 0) have no result.
    if (!Number.isInteger(power) || power < 0) return null;
    const slope = (x: number): number => (power === 0 ? 0 : power * scale * (shift + scale * x) ** (power - 1));
    return { value: (x) => (shift + scale * x) ** power, slope, rising: power === 1 && scale >= 0 };
  },
});
