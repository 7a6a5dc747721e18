/** Values from a real Caffe: minimum, maximum and spread of many draws, by shape and filler. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { dialectOf } from '#core/dialects/index';
import type { Weight } from '#core/infer/types';
import { testState } from '#core/net/state';

/** The weight of a convolution over 3 channels of 9×9 with the given filler. */
function weightOf(
  filler: string,
  conv = 'num_output: 8 kernel_size: 3',
  dialect = bvlc,
): { readonly weight: Weight; readonly codes: readonly string[] } {
  const analysis = analyze(
    `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 6 dim: 9 dim: 9 } } }
     layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { ${conv} weight_filler { ${filler} } } }`,
    { dialect },
  );
  const weight = analysis.state(testState).layers[1]?.params[0];
  if (!weight) throw new Error('no weight');
  return { weight, codes: analysis.problems.map(({ code }) => code) };
}

test.each([
  ['constant by default', '', { distribution: { kind: 'constant', value: 0 }, n: null, std: 0 }],
  [
    'xavier by fan_in',
    'type: "xavier"',
    { n: 54, distribution: { kind: 'uniform', min: -0.2357022613286972, max: 0.2357022613286972 } },
  ],
  [
    'xavier by fan_out',
    'type: "xavier" variance_norm: FAN_OUT',
    { n: 72, distribution: { kind: 'uniform', min: -0.20412415266036987, max: 0.20412415266036987 } },
  ],
  [
    'xavier by the average',
    'type: "xavier" variance_norm: AVERAGE',
    { n: 63, distribution: { kind: 'uniform', min: -0.2182178944349289, max: 0.2182178944349289 } },
  ],
  ['msra', 'type: "msra"', { n: 54, distribution: { kind: 'normal', mean: 0, std: 0.19245009124279022 } }],
  [
    'gaussian',
    'type: "gaussian" mean: 1 std: 0.5',
    { n: null, mean: 1, std: 0.5, distribution: { kind: 'normal', mean: 1, std: 0.5 } },
  ],
  [
    'sparse gaussian',
    'type: "gaussian" sparse: 2',
    { std: 0.5, distribution: { kind: 'sparseNormal', mean: 0, std: 1, density: 0.25 } },
  ],
  ['uniform', 'type: "uniform" min: -1', { mean: 0, distribution: { kind: 'uniform', min: -1, max: 1 } }],
] as const)('%s', (_, filler, facts) => {
  const { weight, codes } = weightOf(filler);
  expect(weight).toMatchObject({ shape: [8, 6, 3, 3], fanIn: 54, fanOut: 72, ...facts });
  expect(codes).toEqual([]);
});

test.each([
  ['fan_in', '', 54],
  ['fan_out', 'variance_norm: FAN_OUT', 72],
  ['their average', 'variance_norm: AVERAGE', 63],
])("happynear's msra scales by %s, and by alpha", (_, norm, n) => {
  const { weight, codes } = weightOf(`type: "msra" alpha: 0.5 ${norm}`, undefined, dialectOf('happynear'));
  expect(weight.n).toBe(n);
  expect(weight.std).toBeCloseTo(Math.sqrt(2 / n / 1.25), 7);
  expect(codes).toEqual([]);
});

test("does not know the average that happynear's msra scales by if one fan is unknown", () => {
  const net = `layer { name: "data" type: "Data" top: "data" data_param { source: "x" batch_size: 1 } }
    layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 4 weight_filler { type: "msra" variance_norm: AVERAGE } } }`;
  const weight = analyze(net, { dialect: dialectOf('happynear') ?? bvlc }).state(testState).layers[1]?.params[0];
  expect(weight).toMatchObject({ n: null, std: null });
});

test('divides fan_in by the group, but not fan_out', () => {
  expect(weightOf('type: "xavier"', 'num_output: 8 kernel_size: 3 group: 2').weight).toMatchObject({
    shape: [8, 3, 3, 3],
    fanIn: 27,
    fanOut: 72,
  });
});

test("knows the mean and spread of a bilinear kernel's values", () => {
  const { weight } = weightOf('type: "bilinear"', 'num_output: 8 kernel_size: 4');
  // One axis is 1/4, 3/4, 3/4, 1/4: mean 1/2, mean square 5/16.
  expect(weight.mean).toBeCloseTo(0.25, 7);
  expect(weight.std).toBeCloseTo(Math.sqrt((5 / 16) ** 2 - 1 / 16), 6);
});

test('knows that rows of positive_unitball spread like shares of uniform values', () => {
  const { weight } = weightOf('type: "positive_unitball"', 'num_output: 8 kernel_size: 1');
  const draws = 40_000;
  let sum = 0;
  let seed = 1;
  const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let i = 0; i < draws; i++) {
    const row = Array.from({ length: 6 }, random);
    sum += ((row[0] ?? 0) / row.reduce((a, b) => a + b, 0)) ** 2;
  }
  expect(weight.mean).toBe(Math.fround(1 / 6));
  expect(Math.abs((weight.std ?? 0) - Math.sqrt(sum / draws - 1 / 36))).toBeLessThan(0.002);
});

test.each([
  ['type: "xavier" sparse: 2', ['filler/sparse-unsupported']],
  ['type: "constant" sparse: 0', ['filler/sparse-unsupported']],
  ['type: "xavier" sparse: -1', []],
  ['type: "gaussian" sparse: 9', ['filler/sparse-too-large']],
  ['type: "gaussian" sparse: -2', ['filler/sparse-below']],
  ['type: "gaussian" std: 0', ['filler/std-not-positive']],
  ['type: "uniform" min: 2', ['filler/range-reversed']],
  ['type: "Xavier"', ['filler/unknown-type']],
  ['type: "xavier" std: 0.1 value: 3', ['filler/dead-field', 'filler/dead-field']],
] as const)('%s', (filler, codes) => {
  expect(weightOf(filler).codes).toEqual(codes);
});

test('requires square kernels of two axes for bilinear', () => {
  expect(weightOf('type: "bilinear"', 'num_output: 8 kernel_h: 3 kernel_w: 2').codes).toEqual([
    'filler/bilinear-not-square',
  ]);
});
