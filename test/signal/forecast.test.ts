/** The forecast compared with theory and with a real Caffe. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { StateAnalysis } from '#core/infer/types';
import { trainState } from '#core/net/state';
import { plainEngine } from '#core/random/plain-engine';
import { forecast, type LayerForecast } from '#core/signal/forecast';
import { drawNet } from '#core/weights/draw';

function layersOf(text: string): ReadonlyMap<string, LayerForecast> {
  const state = analyze(text, { dialect: bvlc }).state(trainState);
  return new Map(forecast(state).layers.map((layer) => [layer.layer.layer.name, layer]));
}

function secondMoments(text: string): Readonly<Record<string, number | null | undefined>> {
  return Object.fromEntries([...layersOf(text)].map(([name, { tops }]) => [name, tops[0]?.secondMoment ?? null]));
}

const input = (shape: string): string =>
  `layer { name: "data" type: "Input" top: "data" input_param { shape { ${shape
    .split('×')
    .map((dim) => `dim: ${dim}`)
    .join(' ')} } } }`;

describe('five tanh layers (Glorot and Bengio 2010, figures 6 and 7)', () => {
  const net = (filler: string): string => {
    const layers = [1, 2, 3, 4, 5].map(
      (i) => `
      layer { name: "ip${i}" type: "InnerProduct" bottom: "${i === 1 ? 'data' : `h${i - 1}`}" top: "s${i}" inner_product_param { num_output: 1000 weight_filler { ${filler} } } }
      layer { name: "h${i}" type: "TanH" bottom: "s${i}" top: "h${i}" }`,
    );
    return `${input('10×1000')} ${layers.join('')}
      layer { name: "scores" type: "InnerProduct" bottom: "h5" top: "scores" inner_product_param { num_output: 10 weight_filler { ${filler} } } }`;
  };
  const losses = (filler: string): readonly [forwards: number, backwards: number] => {
    const layers = layersOf(net(filler));
    const last = layers.get('h5');
    return [
      1 / (last?.tops[0]?.secondMoment ?? NaN),
      (last?.topGradients[0] ?? NaN) / (layers.get('ip1')?.bottomGradients[0] ?? NaN),
    ];
  };

  test('lose more than a factor of 100 with the standard U(−1/√n, 1/√n), forward and backward', () => {
    const edge = 1 / Math.sqrt(1000);
    const [forwards, backwards] = losses(`type: "uniform" min: ${-edge} max: ${edge}`);
    expect(forwards).toBeGreaterThan(100);
    expect(backwards).toBeGreaterThan(100);
  });

  test('lose less than a factor of 12 with the normalised one', () => {
    const [forwards, backwards] = losses('type: "xavier" variance_norm: AVERAGE');
    expect(forwards).toBeLessThan(12);
    expect(backwards).toBeLessThan(12);
    expect(Math.min(forwards, backwards)).toBeGreaterThan(1);
  });
});

test('keeps the variance with msra for every convolution after a ReLU, and halves it with xavier', () => {
  const net = (type: string): string => `${input('1×256×64×64')}
    layer { name: "c1" type: "Convolution" bottom: "data" top: "c1" convolution_param { num_output: 256 kernel_size: 1 weight_filler { type: "${type}" } } }
    layer { name: "r1" type: "ReLU" bottom: "c1" top: "c1" }
    layer { name: "c2" type: "Convolution" bottom: "c1" top: "c2" convolution_param { num_output: 256 kernel_size: 1 weight_filler { type: "${type}" } } }`;
  const msra = secondMoments(net('msra'));
  const xavier = secondMoments(net('xavier'));
  expect(msra['c2'] ?? 0).toBeCloseTo(msra['c1'] ?? 1, 5);
  expect(xavier['c2'] ?? 0).toBeCloseTo(0.5, 5);
});

test('reduces the variance at padded borders', () => {
  const net = `${input('1×4×4×4')}
    layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 8 kernel_size: 3 pad: 1 weight_filler { type: "xavier" } } }`;
  // 10 of 12 taps per axis are within the image.
  expect(secondMoments(net)['c']).toBeCloseTo((10 / 12) ** 2, 6);
});

test('computes max pooling of four by order statistics, and average pooling as a quarter of the variance', () => {
  const net = (pool: string): string => `${input('1×4×8×8')}
    layer { name: "p" type: "Pooling" bottom: "data" top: "p" pooling_param { pool: ${pool} kernel_size: 2 stride: 2 } }`;
  // Mean 1.02938 and variance 0.49172: Teichroew 1956.
  expect(secondMoments(net('MAX'))['p']).toBeCloseTo(1.02938 ** 2 + 0.49172, 3);
  expect(secondMoments(net('AVE'))['p']).toBeCloseTo(0.25, 10);
});

test('sets the variance to 1 with batch statistics, and only divides by √eps with untrained stored ones', () => {
  const net = (global: string): string => `${input('8×4×8×8')}
    layer { name: "b" type: "BatchNorm" bottom: "data" top: "b" batch_norm_param { use_global_stats: ${global} } }`;
  expect(secondMoments(net('false'))['b']).toBeCloseTo(1, 4);
  expect(secondMoments(net('true'))['b']).toBeCloseTo(1e5, 0);
});

test('adds the variances of two blobs, and quadruples that of a blob added to itself', () => {
  const net = (second: string): string => `${input('1×16×8×8')}
    layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 16 kernel_size: 1 weight_filler { type: "xavier" } } }
    layer { name: "sum" type: "Eltwise" bottom: "data" bottom: "${second}" top: "sum" }`;
  expect(secondMoments(net('c'))['sum']).toBeCloseTo(2, 6);
  expect(secondMoments(net('data'))['sum']).toBeCloseTo(4, 6);
});

test('adds up channels that are equal, since their weights are, rather than as independent ones', () => {
  const ip = (name: string, bottom: string, outputs: number): string =>
    `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" inner_product_param { num_output: ${outputs} weight_filler { type: "constant" value: 0.1 } } }`;
  const found = secondMoments(`${input('1×4')} ${ip('a', 'data', 8)} ${ip('b', 'a', 3)}`);
  expect(found['a']).toBeCloseTo(4 * 0.01, 6);
  expect(found['b']).toBeCloseTo((8 * 0.1) ** 2 * 0.04, 6);
});

test('enlarges by a bilinear kernel: each value of the top is a weighted mean of neighbors', () => {
  const net = `${input('1×2×64×64')}
    layer { name: "up" type: "Deconvolution" bottom: "data" top: "up" convolution_param { num_output: 2 group: 2 kernel_size: 4 stride: 2 pad: 1 bias_term: false weight_filler { type: "bilinear" } } }`;
  // Along an axis, a value is ¼ of one and ¾ of another: 10 / 16 of the variance.
  expect(secondMoments(net)['up']).toBeCloseTo((10 / 16) ** 2, 6);
});

test('is the typical value over draws, below the mean where layers are narrow', () => {
  const depth = 5;
  const net = `${input('1×8')} ${Array.from(
    { length: depth },
    (_, i) => `
    layer { name: "ip${i}" type: "InnerProduct" bottom: "data" top: "data" inner_product_param { num_output: 8 weight_filler { type: "msra" } } }
    layer { name: "relu${i}" type: "ReLU" bottom: "data" top: "data" }`,
  ).join('')}`;
  const state = analyze(net, { dialect: bvlc }).state(trainState);
  const measured = Array.from({ length: 60 }, (_, seed) => measuredIn(state, seed + 1)).sort((a, b) => a - b);
  const found = forecast(state).layers.at(-1)?.tops[0]?.secondMoment ?? NaN;
  const median = measured[30] ?? NaN;
  const mean = measured.reduce((sum, value) => sum + value, 0) / measured.length;
  expect(found).toBeGreaterThan(median / 1.5);
  expect(found).toBeLessThan(Math.min(1.5 * median, mean));
});

/** The second moment of the last top of inner products of 8 values and ReLUs, with the weights of this seed. */
function measuredIn(state: StateAnalysis, seed: number): number {
  const draw = drawNet(state, seed);
  const images = 300;
  const engine = plainEngine();
  engine.seed(5);
  let values = new Float32Array(images * 8);
  engine.normal(values, 0, 1);
  for (const {
    params: [weight],
  } of state.layers) {
    if (!weight) continue;
    const w = draw.values(weight)?.values ?? new Float32Array();
    const from = values;
    values = Float32Array.from({ length: images * 8 }, (_, at) => {
      const [image, o] = [Math.floor(at / 8), at % 8];
      let sum = 0;
      for (let c = 0; c < 8; c++) sum += (w[o * 8 + c] ?? 0) * (from[image * 8 + c] ?? 0);
      return Math.max(0, sum);
    });
  }
  return values.reduce((sum, value) => sum + value * value, 0) / values.length;
}

test('propagates a gradient only to what is before the last filter, and adds those of several readers', () => {
  const layers = layersOf(`${input('1×16×8×8')}
    layer { name: "a" type: "Convolution" bottom: "data" top: "a" convolution_param { num_output: 16 kernel_size: 1 weight_filler { type: "xavier" } } }
    layer { name: "b" type: "Convolution" bottom: "a" top: "b" convolution_param { num_output: 16 kernel_size: 1 weight_filler { type: "xavier" } } }
    layer { name: "sum" type: "Eltwise" bottom: "a" bottom: "b" top: "sum" }
    layer { name: "last" type: "Convolution" bottom: "sum" top: "last" convolution_param { num_output: 16 kernel_size: 1 weight_filler { type: "xavier" } } }
    layer { name: "after" type: "ReLU" bottom: "last" top: "after" }`);
  expect(layers.get('after')?.bottomGradients[0] ?? null).toBeNull();
  expect(layers.get('sum')?.bottomGradients[0]).toBeCloseTo(1, 6);
  expect(layers.get('a')?.topGradients[0]).toBeCloseTo(2, 6);
});

test('leaves out what is not modelled, and what follows from it', () => {
  const found = secondMoments(`${input('1×16×8×8')}
    layer { name: "py" type: "Python" bottom: "data" top: "py" python_param { module: "m" layer: "L" } }
    layer { name: "r" type: "ReLU" bottom: "py" top: "r" }`);
  expect(found).toEqual({ data: 1, py: null, r: null });
});

test('restarts a long chain of functions as normal, since each function would evaluate all previous ones', () => {
  const count = 150;
  const text = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }
${Array.from({ length: count }, (_, i) => `layer { name: "p${i}" type: "Power" bottom: "data" top: "data" power_param { scale: ${i % 2 ? 2 : 0.5} } }`).join('\n')}
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }`;
  const { layers } = forecast(analyze(text, { dialect: bvlc }).state(trainState));
  expect(layers[count]?.tops[0]?.secondMoment).toBeCloseTo(1, 6);
  expect(layers[1]?.bottomGradients[0]).toBeCloseTo(layers[count]?.topGradients[0] ?? 0, 6);
});

test('a source without a model of its own is the input, if the shape of its top is known', () => {
  const net = (shape: string): string => `
    layer { name: "data" type: "Python" top: "data" top: "label" python_param { module: "m" layer: "L" }
      ${shape}
    }
    layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 8 kernel_size: 3 weight_filler { type: "xavier" } } }
    layer { name: "add" type: "Eltwise" bottom: "label" bottom: "label" top: "add" }`;
  expect(secondMoments(net('# shape: 32x3x300x300'))).toEqual({ data: 1, conv: expect.closeTo(1, 6), add: null });
  expect(secondMoments(net(''))).toEqual({ data: null, conv: null, add: null });
});
