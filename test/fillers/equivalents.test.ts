/** The numbers of Caffe, and those of the initializers that hovers name, by the formulas in the documentation of PyTorch and Keras. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { equivalentsOf } from '#core/fillers/equivalents';
import type { Weight } from '#core/infer/types';
import { english } from '#core/messages/en/index';
import { testState } from '#core/net/state';
import { hover } from '#server/features/hover';

interface Known {
  readonly weight: Weight;
  readonly pytorch: string;
  readonly keras: string;
}

/** The first blob of the second layer, and what the hover on its filler names. */
function known(layer: string): Known {
  const text = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 2 dim: 6 dim: 9 dim: 9 } } }\n${layer}`;
  const analysis = analyze(text, { dialect: bvlc });
  const weight = analysis.state(testState).layers[1]?.params[0];
  if (!weight) throw new Error('no weight');
  const markdown = hover(analysis, text.indexOf('type', text.indexOf('weight_filler')) + 7, {
    state: testState,
    language: english,
  })?.markdown;
  const [, pytorch = '', keras = ''] =
    /PyTorch: `torch\.nn\.init\.([^`]*)` {2}\nKeras: `([^`]*)`/.exec(markdown ?? '') ?? [];
  return { weight, pytorch, keras };
}

/** The standard deviation of a tensor of this shape: `torch.nn.init`. */
function stdInPytorch(call: string, shape: readonly number[]): number {
  const [, name = '', args = ''] = /^(\w+)\((.*)\)$/.exec(call) ?? [];
  const rest = shape.slice(2).reduce((product, dim) => product * dim, 1);
  const [fanIn, fanOut] = [(shape[1] ?? NaN) * rest, (shape[0] ?? NaN) * rest];
  if (name === 'normal_') return Number(/std=([^,)]*)/.exec(args)?.[1]);
  if (name.startsWith('xavier'))
    return (args.includes('gain=2**0.5') ? Math.SQRT2 : 1) * Math.sqrt(2 / (fanIn + fanOut));
  const gain = args.includes("'relu'") ? Math.SQRT2 : args.includes("'linear'") ? 1 : NaN;
  return gain / Math.sqrt(args.includes("mode='fan_out'") ? fanOut : fanIn);
}

/** The same of a kernel whose last two axes are inputs and outputs: `keras.initializers`. */
function stdInKeras(call: string, kernel: readonly number[]): number {
  if (call.startsWith('RandomNormal')) return Number(/stddev=([^,)]*)/.exec(call)?.[1]);
  const [, scale, mode] =
    /^VarianceScaling\(scale=(\d), mode='(\w+)', distribution='(?:uniform|untruncated_normal)'\)$/.exec(call) ?? [];
  const rest = kernel.slice(0, -2).reduce((product, dim) => product * dim, 1);
  const [fanIn, fanOut] = [(kernel.at(-2) ?? NaN) * rest, (kernel.at(-1) ?? NaN) * rest];
  const n = mode === 'fan_in' ? fanIn : mode === 'fan_out' ? fanOut : (fanIn + fanOut) / 2;
  return Math.sqrt(Number(scale) / n);
}

const layers: Readonly<Record<string, readonly [(filler: string) => string, readonly number[], readonly number[]]>> = {
  // The layer, the shape of PyTorch's tensor, and that of Keras' kernel.
  Convolution: [
    (f) => `type: "Convolution" convolution_param { num_output: 8 kernel_size: 3 ${f} }`,
    [8, 6, 3, 3],
    [3, 3, 6, 8],
  ],
  grouped: [
    (f) => `type: "Convolution" convolution_param { num_output: 8 kernel_size: 3 group: 2 ${f} }`,
    [8, 3, 3, 3],
    [3, 3, 3, 8],
  ],
  Deconvolution: [
    (f) => `type: "Deconvolution" convolution_param { num_output: 8 kernel_size: 3 ${f} }`,
    [6, 8, 3, 3],
    [3, 3, 8, 6],
  ],
  InnerProduct: [(f) => `type: "InnerProduct" inner_product_param { num_output: 10 ${f} }`, [10, 486], [486, 10]],
  transposed: [
    (f) => `type: "InnerProduct" inner_product_param { num_output: 10 transpose: true ${f} }`,
    [10, 486],
    [486, 10],
  ],
  Embed: [(f) => `type: "Embed" embed_param { input_dim: 50 num_output: 12 ${f} }`, [50, 12], [50, 12]],
};

const fillers = ['xavier', 'msra'].flatMap((type) =>
  ['FAN_IN', 'FAN_OUT', 'AVERAGE'].map((norm) => `type: "${type}" variance_norm: ${norm}`),
);

test.each(
  Object.keys(layers).flatMap((name) =>
    [...fillers, 'type: "gaussian" std: 0.05'].map((filler) => [name, filler] as const),
  ),
)('names initializers of the same distribution: %s, %s', (name, filler) => {
  const [layer = () => '', tensor = [], kernel = []] = layers[name] ?? [];
  const { weight, pytorch, keras } = known(
    `layer { name: "l" bottom: "d" top: "l" ${layer(`weight_filler { ${filler} }`)} }`,
  );
  expect(stdInPytorch(pytorch, tensor)).toBeCloseTo(weight.std ?? NaN, 6);
  expect(stdInKeras(keras, kernel)).toBeCloseTo(weight.std ?? NaN, 6);
  const isUniform = weight.distribution?.kind === 'uniform';
  expect(pytorch.includes('uniform')).toBe(isUniform);
  expect(keras.includes('uniform')).toBe(isUniform);
});

test("names xavier's rule of the paper as Glorot's, and Caffe's default as Kaiming's", () => {
  const of = (filler: string): string =>
    known(
      `layer { name: "l" bottom: "d" top: "l" type: "InnerProduct" inner_product_param { num_output: 10 weight_filler { ${filler} } } }`,
    ).pytorch;
  expect(of('type: "xavier" variance_norm: AVERAGE')).toBe('xavier_uniform_(w)');
  expect(of('type: "xavier"')).toBe("kaiming_uniform_(w, mode='fan_in', nonlinearity='linear')");
  expect(of('type: "msra"')).toBe("kaiming_normal_(w, mode='fan_in', nonlinearity='relu')");
});

test('names none where the others have none', () => {
  const layout = { axes: 1, swappedInPytorch: false, swappedInKeras: false };
  expect(equivalentsOf({ kind: 'scaling', scale: 1, mode: 'fan_in', distribution: 'uniform' }, layout)).toBeUndefined();
  expect(equivalentsOf({ kind: 'normal', mean: 0, std: Infinity }, layout)).toBeUndefined();
  const sparse = known(
    'layer { name: "l" bottom: "d" top: "l" type: "InnerProduct" inner_product_param { num_output: 10 weight_filler { type: "gaussian" sparse: 3 } } }',
  );
  expect(sparse.pytorch).toBe('');
});
