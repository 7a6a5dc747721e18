/**
 * Of y = x · s^−β with s = bias + α / size · Σ x²: g · s^−β − 2 α β / size · x · Σ (g · y / s), both sums over the
 * channels around each. Sizes are odd, so that the windows of both sums are the same.
 */
import {
  averagePool,
  binary,
  countOf,
  div,
  mul,
  reshape,
  scalar,
  scaled,
  shifted,
  square,
  sub,
} from '../../graph/operators';
import type { Value } from '../../net/graph';
import { unaryRule } from '../element-wise';
import { floatOf, intOf } from '../rule';

export const lrn = unaryRule(({ x, y, gradient, attributes }) => {
  const size = intOf(attributes['size']);
  const [alpha, beta, bias] = ['alpha', 'beta', 'bias'].map((name) => floatOf(attributes[name])) as [
    number,
    number,
    number,
  ];
  const scale = shifted(scaled(channelMean(square(x), size), alpha), bias);
  const own = mul(gradient, binary('Pow', scale, scalar(-beta)));
  const others = channelMean(div(mul(gradient, y), scale), size);
  return sub(own, mul(scaled(x, 2 * alpha * beta), others));
});

/** The sum over `size` channels around each, divided by `size`. */
function channelMean(x: Value, size: number): Value {
  const [items = 1, channels = 1, ...sizes] = x.shape;
  const planes = [items, 1, channels, countOf(sizes)];
  const around = (size - 1) / 2;
  const window = { kernel: [size, 1], stride: [1, 1], pads: [around, 0, around, 0] };
  return reshape(averagePool(reshape(x, planes), window, planes), x.shape);
}
