import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { costOf, partOf, type LayerCost, type NetCost } from '#core/cost/cost';
import { bytes, fieldSize, fieldStart, fieldStride, inUnitOf, large, part } from '#core/cost/format';
import { prefixSums } from '#core/cost/prefixes';
import { bvlc } from '#core/dialects/bvlc';
import { bvlcLayers } from '#core/layers/index';
import { testState, trainState } from '#core/net/state';

const example = (name: string): string => readFileSync(resolve(import.meta.dirname, '../../examples', name), 'utf8');

function costIn(text: string, state = testState): NetCost {
  return costOf(analyze(text, { dialect: bvlc, kind: 'net' }).state(state));
}

/** A net of an input and the given layers, each with the previous layer's top as its bottom unless it names bottoms. */
function netOf(input: string, ...layers: readonly string[]): string {
  const texts = [
    `layer { name: "data" type: "Input" top: "data" input_param { shape { ${input
      .split('×')
      .map((dim) => `dim: ${dim}`)
      .join(' ')} } } }`,
  ];
  layers.forEach((layer, i) => {
    const bottom = layer.includes('bottom:') ? '' : `bottom: "${i === 0 ? 'data' : `l${i}`}"`;
    const top = layer.includes('top:') ? '' : `top: "l${i + 1}"`;
    texts.push(`layer { name: "l${i + 1}" ${bottom} ${top} ${layer} }`);
  });
  return texts.join('\n');
}

function lastOf(input: string, ...layers: readonly string[]): LayerCost {
  const { layers: costs } = costIn(netOf(input, ...layers));
  return costs[costs.length - 1] as LayerCost;
}

const seen = ({ fields: [field = null] }: LayerCost): string =>
  [fieldSize(field), fieldStride(field), fieldStart(field)].join(' ');

test('LeNet: 431,080 values, 2.3 M multiply–accumulates per image, and the memory that Caffe prints', () => {
  const text = example('lenet_train_test.prototxt').replace(/^/, '# prototxt: datum 1x28x28\n');
  const train = costIn(text, trainState);
  expect(train.total.params).toEqual({ value: 431_080, kind: 'exact' });
  expect(train.total.macs).toEqual({ value: 64 * 2_293_000, kind: 'exact' });
  expect(train.required).toBe(5_169_924);
  expect(costIn(text, testState).required).toBe(8_086_808);
});

test('AlexNet: 60,965,224 values, 724,406,816 multiply–accumulates per crop, and receptive fields of 195 at pool5 and 355 at fc6', () => {
  const { layers, total } = costIn(example('alexnet_train_val.prototxt'));
  const of = (name: string): LayerCost => layers.find(({ inferred }) => inferred.layer.name === name) as LayerCost;
  const batch = of('conv1').inferred.tops[0]?.[0] ?? NaN;
  expect(total.params).toEqual({ value: 60_965_224, kind: 'exact' });
  expect(total.macs).toEqual({ value: 724_406_816 * batch, kind: 'exact' });
  expect(
    ['conv1', 'norm1', 'pool1', 'conv2', 'pool2', 'conv3', 'conv4', 'conv5', 'pool5', 'fc6'].map((name) =>
      seen(of(name)),
    ),
  ).toEqual([
    '11 4 0',
    '11 4 0',
    '19 8 0',
    '51 8 −16',
    '67 16 −16',
    '99 16 −32',
    '131 16 −48',
    '163 16 −64',
    '195 32 −64',
    '355  −64',
  ]);
});

test('VGG-16: 138,357,544 values and 15.5 G multiply–accumulates', () => {
  const { layers, total } = costIn(example('vgg16.prototxt'));
  const batch = layers.find(({ inferred }) => inferred.layer.type === 'Convolution')?.inferred.tops[0]?.[0] ?? NaN;
  expect(total.params).toEqual({ value: 138_357_544, kind: 'exact' });
  expect(total.macs).toEqual({ value: 15_470_264_320 * batch, kind: 'exact' });
});

const conv = (fields: string): string => `type: "Convolution" convolution_param { ${fields} }`;
const deconv = (fields: string): string => `type: "Deconvolution" convolution_param { ${fields} }`;
const pool = (fields: string): string => `type: "Pooling" pooling_param { ${fields} }`;

test.each([
  ['a convolution with a bias', conv('num_output: 8 kernel_size: 3'), 8 * 4 * 9 + 8, 2 * 8 * 4 * 4 * 36],
  [
    'groups divide its inputs',
    conv('num_output: 8 kernel_size: 3 group: 2 bias_term: false'),
    8 * 2 * 9,
    2 * 8 * 4 * 4 * 18,
  ],
  [
    'kernels that are not square',
    conv('num_output: 1 kernel_h: 3 kernel_w: 1 stride_h: 2 stride_w: 1'),
    13,
    2 * 2 * 6 * 12,
  ],
  [
    'a deconvolution: each value of its bottom times the kernel',
    deconv('num_output: 6 kernel_size: 4 stride: 2 group: 2 dilation: 2'),
    4 * 3 * 16 + 6,
    2 * 4 * 36 * 48,
  ],
  ['BatchNorm: mean, variance, and one factor', 'type: "BatchNorm"', 2 * 4 + 1, 0],
  ['Scale with a bias', 'type: "Scale" scale_param { bias_term: true }', 8, 2 * 4 * 36],
  ['PReLU: one slope per channel', 'type: "PReLU"', 4, 2 * 4 * 36],
  [
    'an inner product from axis 2',
    'type: "InnerProduct" inner_product_param { axis: 2 num_output: 5 }',
    36 * 5 + 5,
    2 * 4 * 5 * 36,
  ],
  [
    'its transposed weights',
    'type: "InnerProduct" inner_product_param { num_output: 5 transpose: true }',
    144 * 5 + 5,
    2 * 5 * 144,
  ],
  ['max pooling multiplies nothing', pool('pool: MAX kernel_size: 2'), 0, 0],
  ['an activation counts no product', 'type: "Power" power_param { scale: 2 }', 0, 0],
])('%s', (_, layer, params, macs) => {
  const cost = lastOf('2×4×6×6', layer);
  expect([cost.params, cost.macs]).toEqual([params, macs]);
});

test('counts the products of recurrent layers at each time step', () => {
  const sequence =
    'layer { name: "x" type: "Input" top: "x" top: "cont" input_param { shape { dim: 5 dim: 2 dim: 7 } shape { dim: 5 dim: 2 } } }\n';
  const of = (type: string): unknown => {
    const { layers } = costIn(
      `${sequence}layer { name: "r" type: "${type}" bottom: "x" bottom: "cont" top: "r" recurrent_param { num_output: 3 } }`,
    );
    return layers[1]?.macs;
  };
  expect(of('LSTM')).toBe(5 * 2 * (12 * 7 + 12 * 3));
  expect(of('RNN')).toBe(5 * 2 * (3 * 7 + 3 * 3 + 3 * 3));
});

test('computes memory from the blobs, including the rounding and clipping of their shapes', () => {
  expect(lastOf('1×1×6×6', pool('kernel_size: 3 stride: 2')).memory).toBe(4 * 3 * 3);
  // Clipped: the third window would start in the padding after the image.
  expect(lastOf('1×1×4×4', pool('kernel_size: 2 stride: 2 pad: 1')).memory).toBe(4 * 3 * 3);
  expect(lastOf('1×1×3×3', pool('kernel_size: 2 stride: 2 pad: 1')).memory).toBe(4 * 2 * 2);
  expect(lastOf('2×4×6×6', 'bottom: "data" top: "data" type: "ReLU"').memory).toBe(0);
  expect(lastOf('2×4×6×6', 'type: "Flatten"').memory).toBe(0);
  expect(lastOf('2×4×6×6', 'bottom: "data" bottom: "data" type: "SigmoidCrossEntropyLoss"').memory).toBe(4);
});

test.each<[string, string, ...string[]]>([
  ['dilation widens', '5 1 −2', conv('num_output: 1 kernel_size: 3 dilation: 2 pad: 2')],
  ['strides multiply', '7 4 0', pool('kernel_size: 3 stride: 2'), pool('kernel_size: 3 stride: 2')],
  ['global pooling sees everything', '32  0', pool('pool: AVE global_pooling: true'), 'type: "ReLU"'],
  [
    'an inner product after Flatten sees everything',
    '32  0',
    conv('num_output: 1 kernel_size: 3'),
    'type: "Flatten"',
    'type: "InnerProduct" inner_product_param { num_output: 2 }',
  ],
  [
    'a deconvolution divides by its stride',
    '4 1 −2',
    pool('kernel_size: 2 stride: 2'),
    deconv('num_output: 1 kernel_size: 4 stride: 2 pad: 1'),
  ],
  ['a crop shifts', '1 1 5', 'type: "Crop" bottom: "data" bottom: "data" crop_param { offset: 5 }'],
  [
    'LRN within a channel has a window',
    '5 1 −2',
    'type: "LRN" lrn_param { local_size: 5 norm_region: WITHIN_CHANNEL }',
  ],
  ['softmax over channels has none', '1 1 0', 'type: "Softmax"'],
])('%s', (_, expected, ...layers) => {
  expect(seen(lastOf('1×1×32×32', ...layers))).toBe(expected);
});

test('joins receptive fields where branches meet, and makes them unknown after an unmodelled layer', () => {
  const branches = [
    conv('num_output: 1 kernel_size: 1'),
    `bottom: "data" ${conv('num_output: 1 kernel_size: 5 pad: 2')}`,
  ];
  expect(seen(lastOf('1×1×9×9', ...branches, 'type: "Concat" bottom: "l1" bottom: "l2"'))).toBe('5 1 −2');
  expect(seen(lastOf('1×1×9×9', ...branches, 'type: "Eltwise" bottom: "l1" bottom: "l2"'))).toBe('5 1 −2');
  const python = lastOf('1×1×9×9', 'type: "Python" python_param { module: "m" layer: "L" }', 'type: "ReLU"');
  expect(python.fields).toEqual([null]);
});

test('marks totals as incomplete, and counts shared params once', () => {
  const { layers, total } = costIn(netOf('1×1×9×9', 'type: "Nothing"', conv('num_output: 1 kernel_size: 3')));
  expect(total.macs).toEqual({ value: 0, kind: 'unknown' });
  expect(layers.map(({ macs }) => macs)).toEqual([0, null, null]);
  const shared = `${conv('num_output: 2 kernel_size: 3')} param { name: "w" } param { name: "b" }`;
  const twins = costIn(netOf('1×1×9×9', shared, `bottom: "data" ${shared}`));
  expect(twins.layers.map(({ params }) => params)).toEqual([0, 20, 20]);
  expect(twins.total.params).toEqual({ value: 20, kind: 'exact' });
});

test('sums by prefix, for the longest runs of names', () => {
  const names = ['a/x', 'a/b/y', 'a/b/z', 'c', 'lone/one'];
  const text = netOf('1×1×9×9', ...names.map(() => conv('num_output: 1 kernel_size: 1 bias_term: false'))).replace(
    /name: "l(\d)"/g,
    (_, i) => `name: "${names[Number(i) - 1] ?? ''}"`,
  );
  expect(
    prefixSums(costIn(text).layers).map(({ prefix, layers, sum }) => [
      prefix,
      layers,
      sum.params.value,
      sum.macs.value,
    ]),
  ).toEqual([
    ['a/', 3, 3, 243],
    ['a/b/', 2, 2, 162],
  ]);
});

test('has a cost and a receptive field for every layer except Python', () => {
  const silent = bvlcLayers.types.filter((type) => !bvlcLayers.get(type)?.macs || !bvlcLayers.get(type)?.window);
  expect(silent).toEqual(['Python']);
});

test('abbreviates large numbers, and marks incomplete totals', () => {
  expect([0, 9999, 10_000, 105_415_200, 999_950, 1_582_671_872].map(large)).toEqual([
    '0',
    '9,999',
    '10.0 K',
    '105 M',
    '1.00 M',
    '1.58 G',
  ]);
  expect([0, 1023, 1024, 290_400, 1_048_575].map(bytes)).toEqual(['0 B', '1023 B', '1.00 KiB', '284 KiB', '1.00 MiB']);
  expect([
    part({ value: 0, kind: 'exact' }, large),
    part({ value: 5, kind: 'unknown' }, large),
    part({ value: 5, kind: 'atLeast' }, large),
  ]).toEqual(['0', '?', '≥ 5']);
});

test('has no total where more terms are unknown than known; a layer without any value says nothing', () => {
  expect([[1, 2], [], [0, 0]].map((values) => partOf(values).kind)).toEqual(['exact', 'exact', 'exact']);
  expect(partOf([4, null, 0])).toEqual({ value: 4, kind: 'atLeast' });
  expect(partOf([4, null, null, 0, 0])).toEqual({ value: 4, kind: 'unknown' });
  expect(partOf([0, null])).toEqual({ value: 0, kind: 'unknown' });
});

test.each([
  [
    [0, 500, 1000, 1500],
    ['0', '500', '1,000', '1,500'],
  ],
  [
    [0, 5000, 10_000],
    ['0', '5 K', '10 K'],
  ],
  [
    [0, 500_000, 1_000_000, 1_500_000],
    ['0', '0.5 M', '1 M', '1.5 M'],
  ],
  [
    [0, 2e17],
    ['0', '200 P'],
  ],
  [
    [0, 2e21],
    ['0', '2000000 P'],
  ],
])('formats the ticks %j of an axis in one unit', (ticks, expected) => {
  expect(ticks.map(inUnitOf(ticks.at(-1) ?? 0))).toEqual(expected);
});
