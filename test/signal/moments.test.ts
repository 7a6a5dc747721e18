/** The sums of the forecast, compared with numbers drawn here. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { dialectOf } from '#core/dialects/index';
import { largestOf } from '#core/moments/maxima';
import { quantile } from '#core/moments/normal';
import { trainState } from '#core/net/state';
import { forecast } from '#core/signal/forecast';

test('computes order statistics of the normal distribution', () => {
  expect(largestOf(2).mean).toBeCloseTo(1 / Math.sqrt(Math.PI), 4);
  expect(largestOf(9).mean).toBeCloseTo(1.48501, 4);
  expect(largestOf(1).variance).toBeCloseTo(1, 4);
});

test('computes quantiles', () => {
  expect(quantile(0.975)).toBeCloseTo(1.959964, 4);
  expect(quantile(0.5)).toBeCloseTo(0, 6);
});

describe('neurons compared with a sample', () => {
  const sample = Float64Array.from({ length: 20_000 }, (_, i) => quantile((i + 0.5) / 20_000));
  const cases: readonly (readonly [type: string, param: string, f: (x: number) => number])[] = [
    ['ReLU', 'relu_param { negative_slope: 0.1 }', (x) => (x > 0 ? x : 0.1 * x)],
    ['Sigmoid', '', (x) => 1 / (1 + Math.exp(-x))],
    ['TanH', '', Math.tanh],
    ['ELU', 'elu_param { alpha: 1 }', (x) => (x > 0 ? x : Math.expm1(x))],
    ['AbsVal', '', Math.abs],
    ['BNLL', '', (x) => Math.log1p(Math.exp(x))],
    ['Swish', '', (x) => x / (1 + Math.exp(-x))],
    ['Exp', '', Math.exp],
    ['Power', 'power_param { power: 2 scale: 0.5 shift: 1 }', (x) => (1 + 0.5 * x) ** 2],
    ['Clip', 'clip_param { min: -1 max: 0.5 }', (x) => Math.min(Math.max(x, -1), 0.5)],
    ['PReLU', '', (x) => (x > 0 ? x : 0.25 * x)],
  ];
  test.each(cases)('%s', (type, param, f) => {
    const net = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 8 dim: 4 dim: 8 dim: 8 } } }
      layer { name: "n" type: "${type}" bottom: "data" top: "n" ${param} }`;
    const top = forecast(analyze(net, { dialect: bvlc }).state(trainState)).layers[1]?.tops[0];
    const values = sample.map(f);
    expect(top?.mean).toBeCloseTo(values.reduce((sum, y) => sum + y, 0) / values.length, 2);
    expect(top?.secondMoment).toBeCloseTo(
      values.reduce((sum, y) => sum + y * y, 0) / values.length,
      type === 'Exp' ? 0 : 2,
    );
  });
});

test.each([
  // Along an axis, the kernel is ½, 1, ½ in BVLC's Caffe, and ¼, ¾, ¾ before 2017; two places share each value of the bottom.
  ['bvlc', 3, 2, 1],
  ['ssd', 3, 2, (1.75 / 2) ** 2],
  ['bvlc', 4, 2, 1],
  ['ssd', 4, 2, 1],
] as const)('%s enlarges by a bilinear kernel of %i', (id, kernel, stride, mean) => {
  const net = `layer { name: "data" type: "DummyData" top: "data" dummy_data_param { shape { dim: 1 dim: 2 dim: 9 dim: 9 } data_filler { value: 1 } } }
    layer { name: "up" type: "Deconvolution" bottom: "data" top: "up"
      convolution_param { num_output: 2 group: 2 kernel_size: ${kernel} stride: ${stride} bias_term: false weight_filler { type: "bilinear" } } }`;
  const top = forecast(analyze(net, { dialect: dialectOf(id) ?? bvlc }).state(trainState)).layers[1]?.tops[0];
  expect(top?.mean).toBeCloseTo(mean, 6);
});
