/** The forecast for one draw, compared with the net with exactly these weights. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { StateAnalysis } from '#core/infer/types';
import { trainState } from '#core/net/state';
import { plainEngine } from '#core/random/plain-engine';
import { forecast, usualSeeds } from '#core/signal/forecast';
import { drawNet } from '#core/weights/draw';

const input = (shape: string): string =>
  `layer { name: "data" type: "Input" top: "data" input_param { shape { ${shape
    .split('×')
    .map((dim) => `dim: ${dim}`)
    .join(' ')} } } }`;

function stateOf(text: string): StateAnalysis {
  return analyze(text, { dialect: bvlc }).state(trainState);
}

function secondMoments(state: StateAnalysis, seeds: readonly number[]): readonly number[] {
  return forecast(state, { seeds }).layers.map(({ tops: [top] }) => top?.secondMoment ?? NaN);
}

/** Values from N(0, 1). */
function noise(count: number): Float32Array {
  const values = new Float32Array(count);
  const engine = plainEngine();
  engine.seed(5);
  engine.normal(values, 0, 1);
  return values;
}

describe('inner products of 8 outputs after ReLU', () => {
  const depth = 5;
  const net = `${input('1×8')} ${Array.from(
    { length: depth },
    (_, i) => `
    layer { name: "ip${i}" type: "InnerProduct" bottom: "data" top: "data" inner_product_param { num_output: 8 weight_filler { type: "msra" } bias_filler { type: "gaussian" std: 0.1 } } }
    layer { name: "relu${i}" type: "ReLU" bottom: "data" top: "data" }`,
  ).join('')}`;
  // In-place: inner products produce new blobs of the same name.
  const state = stateOf(net);

  /** The second moment of the last top, with the weights of this seed. */
  function measured(seed: number): number {
    const draw = drawNet(state, seed);
    const images = 1500;
    let values = noise(images * 8);
    for (const {
      params: [weight, bias],
    } of state.layers) {
      if (!weight || !bias) continue;
      const [w, b] = [
        draw.values(weight)?.values ?? new Float32Array(),
        draw.values(bias)?.values ?? new Float32Array(),
      ];
      const from = values;
      values = Float32Array.from({ length: images * 8 }, (_, at) => {
        const [image, o] = [Math.floor(at / 8), at % 8];
        let sum = b[o] ?? 0;
        for (let c = 0; c < 8; c++) sum += (w[o * 8 + c] ?? 0) * (from[image * 8 + c] ?? 0);
        return Math.max(0, sum);
      });
    }
    return values.reduce((sum, value) => sum + value * value, 0) / values.length;
  }

  test('follow the weights of a seed, unlike the forecast over all draws', () => {
    const factor = (a: number, b: number): number => Math.max(a / b, b / a);
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1701];
    const typical = secondMoments(state, []).at(-1) ?? NaN;
    const errors = seeds
      .map((seed) => factor(secondMoments(state, [seed]).at(-1) ?? NaN, measured(seed)))
      .sort((a, b) => a - b);
    const without = seeds.map((seed) => factor(typical, measured(seed))).sort((a, b) => a - b);
    expect(errors[5]).toBeLessThan(1.35);
    expect(without[5]).toBeGreaterThan(1.5);
    expect(without[9]).toBeGreaterThan(2 * (errors[9] ?? NaN));
  });

  test('average two seeds, and list each', () => {
    const both = forecast(state);
    const [one, other] = usualSeeds.map((seed) => secondMoments(state, [seed]));
    expect(both.seeds).toEqual(usualSeeds);
    both.layers.forEach(({ tops: [top], draws }, i) => {
      expect(draws).toEqual([one?.[i], other?.[i]]);
      expect(top?.secondMoment).toBeCloseTo(((one?.[i] ?? NaN) + (other?.[i] ?? NaN)) / 2, 10);
    });
  });
});

test('computes the second moment of a first convolution from its weights, with groups, strides and borders', () => {
  const size = 9;
  const state = stateOf(`${input(`1×4×${size}×${size}`)}
    layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 6 group: 2 kernel_size: 3 stride: 2 pad: 2 dilation: 2 weight_filler { type: "gaussian" std: 0.5 } bias_filler { type: "constant" value: 0.3 } } }`);
  const weight = state.layers[1]?.params[0];
  if (!weight) throw new Error('a convolution has weights');
  const values = drawNet(state, 7).values(weight)?.values ?? new Float32Array();
  let sum = 0;
  let places = 0;
  for (let y = -2; y + 4 < size + 2; y += 2) {
    for (let x = -2; x + 4 < size + 2; x += 2, places++) {
      values.forEach((w, at) => {
        const [row, column] = [y + 2 * (Math.floor(at / 3) % 3), x + 2 * (at % 3)];
        if (row >= 0 && row < size && column >= 0 && column < size) sum += w * w;
      });
    }
  }
  expect(secondMoments(state, [7])[1]).toBeCloseTo(sum / places / 6 + 0.09, 5);
});

test('computes a transposed inner product from its transposed weights', () => {
  const state = stateOf(`${input('1×3')}
    layer { name: "a" type: "InnerProduct" bottom: "data" top: "a" inner_product_param { num_output: 2 transpose: true weight_filler { type: "xavier" } bias_filler { type: "constant" value: 1 } } }
    layer { name: "b" type: "InnerProduct" bottom: "a" top: "b" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }`);
  const draw = drawNet(state, 3);
  const [a, b] = [1, 2].map((i) => {
    const weight = state.layers[i]?.params[0];
    return (weight && draw.values(weight)?.values) ?? new Float32Array();
  });
  const mean = (b?.[0] ?? NaN) + (b?.[1] ?? NaN);
  const variance = [0, 1]
    .map((o) => (b?.[o] ?? NaN) ** 2 * [0, 1, 2].reduce((sum, c) => sum + (a?.[c * 2 + o] ?? NaN) ** 2, 0))
    .reduce((sum, each) => sum + each, 0);
  expect(secondMoments(state, [3])[2]).toBeCloseTo(mean * mean + variance, 5);
});

test('computes sums, flattened images and concatenated channels from the weights too', () => {
  const ip = (name: string, bottom: string, outputs: number, filler: string): string =>
    `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" inner_product_param { num_output: ${outputs} weight_filler { ${filler} } bias_filler { type: "gaussian" std: 1 } } }`;
  const state = stateOf(`${input('1×3×2×2')}
    layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 4 kernel_size: 1 weight_filler { type: "xavier" } bias_filler { type: "gaussian" std: 1 } } }
    layer { name: "flat" type: "Flatten" bottom: "conv" top: "flat" }
    ${ip('a', 'flat', 3, 'type: "xavier"')} ${ip('b', 'flat', 2, 'type: "xavier"')} ${ip('c', 'flat', 5, 'type: "xavier"')}
    layer { name: "ab" type: "Concat" bottom: "a" bottom: "b" top: "ab" }
    layer { name: "sum" type: "Eltwise" bottom: "ab" bottom: "c" top: "sum" eltwise_param { coeff: 2 coeff: -1 } }
    ${ip('last', 'sum', 1, 'type: "xavier"')}`);
  const draw = drawNet(state, 11);
  const of = (name: string, blob: 0 | 1): Float32Array => {
    const weight = state.layers.find(({ layer }) => layer.name === name)?.params[blob];
    return (weight && draw.values(weight)?.values) ?? new Float32Array();
  };
  // Means pass through all of these unchanged.
  const dense = (name: string, means: readonly number[]): number[] =>
    Array.from(of(name, 1), (bias, o) =>
      means.reduce((sum, mean, i) => sum + (of(name, 0)[o * means.length + i] ?? NaN) * mean, bias),
    );
  const flat = Array.from(of('conv', 1)).flatMap((mean) => [mean, mean, mean, mean]);
  const [ab, c] = [[...dense('a', flat), ...dense('b', flat)], dense('c', flat)];
  const [last] = dense(
    'last',
    ab.map((mean, i) => 2 * mean - (c[i] ?? NaN)),
  );
  expect(forecast(state, { seeds: [11] }).layers.at(-1)?.tops[0]?.mean).toBeCloseTo(last ?? NaN, 5);
});

test('does not draw wide layers, nor those that BatchNorm makes independent of the draw', () => {
  const net = (between: string): string => `${input('4×3×64×64')}
    layer { name: "c1" type: "Convolution" bottom: "data" top: "c1" convolution_param { num_output: 16 kernel_size: 7 weight_filler { type: "msra" } } }
    ${between}
    layer { name: "c2" type: "Convolution" bottom: "c1" top: "c2" convolution_param { num_output: 256 kernel_size: 3 weight_filler { type: "msra" } } }`;
  const rectified =
    'layer { name: "relu" type: "ReLU" bottom: "c1" top: "c1" } layer { name: "pool" type: "Pooling" bottom: "c1" top: "c1" pooling_param { kernel_size: 3 stride: 2 } }';
  const reduced =
    'layer { name: "r" type: "Convolution" bottom: "c1" top: "c1" convolution_param { num_output: 16 kernel_size: 1 weight_filler { type: "msra" } } } layer { name: "relu2" type: "ReLU" bottom: "c1" top: "c1" }';
  const normalised =
    'layer { name: "bn" type: "BatchNorm" bottom: "c1" top: "c1" } layer { name: "relu3" type: "ReLU" bottom: "c1" top: "c1" }';
  expect(forecast(stateOf(net(`${rectified} ${reduced}`))).seeds).toEqual(usualSeeds);
  expect(forecast(stateOf(net(`${rectified} ${reduced} ${normalised}`))).seeds).toEqual([]);
  expect(forecast(stateOf(net(''))).seeds).toEqual([]);
});

test('averages over all draws after a layer with an unknown number of draws', () => {
  const state = stateOf(`${input('1×4')}
    layer { name: "py" type: "Python" bottom: "data" top: "py" python_param { module: "m" layer: "L" } }
    layer { name: "a" type: "InnerProduct" bottom: "data" top: "a" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
    layer { name: "r" type: "ReLU" bottom: "a" top: "r" }
    layer { name: "b" type: "InnerProduct" bottom: "r" top: "b" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }`);
  expect(secondMoments(state, [1])).toEqual(secondMoments(state, []));
});
