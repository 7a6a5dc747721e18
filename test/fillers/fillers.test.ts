/** Values from a real Caffe: minimum, maximum and spread of many draws, by shape and filler. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { dialectOf } from '#core/dialects/index';
import { testState } from '#core/net/state';
import { filledBy } from '../support/filler-table';

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
  const { weight, codes } = filledBy(filler);
  expect(weight).toMatchObject({ shape: [8, 6, 3, 3], fanIn: 54, fanOut: 72, ...facts });
  expect(codes).toEqual([]);
});

test.each([
  ['fan_in', '', 54],
  ['fan_out', 'variance_norm: FAN_OUT', 72],
  ['their average', 'variance_norm: AVERAGE', 63],
])("happynear's msra scales by %s, and by alpha", (_, norm, n) => {
  const { weight, codes } = filledBy(`type: "msra" alpha: 0.5 ${norm}`, undefined, dialectOf('happynear'));
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
  expect(filledBy('type: "xavier"', 'num_output: 8 kernel_size: 3 group: 2').weight).toMatchObject({
    shape: [8, 3, 3, 3],
    fanIn: 27,
    fanOut: 72,
  });
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
  expect(filledBy(filler).codes).toEqual(codes);
});
