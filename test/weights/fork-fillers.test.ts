/** CRC-32 checksums of the fillers of happynear's Caffe after `set_random_seed(1701)`, and their descriptions. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { dialectOf } from '#core/dialects/index';
import { testState } from '#core/net/state';
import { crc32 } from '#core/weights/crc32';
import { drawBlobs } from '#core/weights/draw';
import { fillBlob } from '#core/weights/fill';
import { partValues } from '#core/weights/parts';
import { drawPlan } from '#core/weights/plan';
import { squareSum } from '#core/weights/square-sum';
import { statisticsOf } from '#core/weights/statistics';
import { densityOf, theoryOf } from '#core/weights/theory';
import { engines, seeded } from '../support/engines';

const drawn = [
  ['[10,18]', '8d5b0bbf'],
  ['[2,1,5,5]', '66716305'],
  ['[16,60]', '1ca21c8a'],
  ['[4,4,4,4]', '0a77486a'],
  ['[1,288]', '3a20da29'],
  ['[16,320]', 'c8a964f5'],
] as const;

const cases = engines.flatMap(([name, make]) => drawn.map(([shape, sum]) => [name, shape, sum, make] as const));

test.each(cases)('%s: draws gaussian_unitball of %s', (_, text, sum, make) => {
  const shape = JSON.parse(text) as readonly number[];
  const count = shape.reduce((product, dim) => product * dim, 1);
  const values = new Float32Array(count);
  fillBlob(seeded(1701, make()), { kind: 'unitSphere', dimensions: count / (shape[0] ?? 1) }, shape, values);
  expect(crc32(values)).toBe(sum);
});

test('scales a row that is longer than a part as a whole', () => {
  const width = partValues + 77;
  const values = new Float32Array(2 * width);
  fillBlob(seeded(5), { kind: 'unitSphere', dimensions: width }, [2, width], values);
  for (const row of [values.subarray(0, width), values.subarray(width)]) {
    expect(row.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 6);
  }
});

test('sums a row in parts like the whole, independently of the next row', () => {
  const values = Float32Array.from({ length: 1000 }, (_, i) => Math.sin(i));
  const sum = squareSum();
  sum.add(values);
  const whole = sum.result();
  sum.add(values.subarray(0, 640));
  sum.add(values.subarray(640));
  expect(sum.result()).toBe(whole);
  expect(sum.result()).toBe(0);
  sum.add(Float32Array.of(3, 4));
  expect(sum.result()).toBe(25);
});

test('places the ones of identity as for 1×1 kernels', () => {
  const values = new Float32Array(36);
  fillBlob(seeded(1), { kind: 'identity' }, [2, 2, 3, 3], values);
  expect(crc32(values)).toBe('62b2dc73');
  expect([...values.keys()].filter((i) => values[i] !== 0)).toEqual([0, 3]);
});

test.each([2, 3, 5, 40])('matches theory for directions in %i dimensions', (dimensions) => {
  const rows = 5000;
  const values = new Float32Array(rows * dimensions);
  const distribution = { kind: 'unitSphere', dimensions } as const;
  fillBlob(seeded(3), distribution, [rows, dimensions], values);
  const density = densityOf(distribution);
  const share = values.filter((value) => Math.abs(value) < 0.25).length / values.length;
  const parts = 1000;
  const expected = Array.from(
    { length: parts },
    (_, i) => (density?.(((i + 0.5) / parts - 0.5) / 2) ?? NaN) / (2 * parts),
  ).reduce((sum, value) => sum + value, 0);
  expect(Math.abs(share - expected)).toBeLessThan(4 / Math.sqrt(rows));
  const { mean, std } = statisticsOf(values);
  const theory = theoryOf(distribution, { mean: 0, std: Math.sqrt(1 / dimensions), count: values.length });
  expect(Math.abs(mean)).toBeLessThan(4 * (theory.mean?.error ?? 0));
  expect(std).toBeCloseTo(theory.std?.value ?? NaN, 3);
});

test.each([
  [
    'happynear',
    'identity',
    'num_output: 3 kernel_size: 1',
    {
      distribution: { kind: 'identity' },
      mean: Math.fround(1 / 3),
      std: Math.fround(Math.sqrt(2) / 3),
      formula: 'mean = 1 / 3 = 0.3333333',
    },
  ],
  [
    'happynear',
    'gaussian_unitball',
    'num_output: 2 kernel_size: 2',
    {
      distribution: { kind: 'unitSphere', dimensions: 12 },
      mean: 0,
      std: Math.fround(Math.sqrt(1 / 12)),
      formula: 'std = √(1 / 12) = 0.2886751',
    },
  ],
  [
    'intel',
    'gabor',
    'num_output: 32 kernel_size: 5',
    { distribution: { kind: 'table' }, mean: null, std: null, formula: '' },
  ],
])('%s: describes %s', (dialect, filler, conv, expected) => {
  const analysis = analyze(
    `
    layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 9 dim: 9 } } }
    layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { ${conv} weight_filler { type: "${filler}" } } }
    layer { name: "next" type: "InnerProduct" bottom: "c" top: "next" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }`,
    { dialect: dialectOf(dialect) ?? bvlc },
  );
  expect(analysis.problems).toEqual([]);
  const state = analysis.state(testState);
  expect(state.layers[1]?.params[0]).toMatchObject(expected);
  // None of them makes later draws unknown; only the values of tables are unknown.
  const draw = drawBlobs(drawPlan(state), 1701);
  expect(draw.facts(2)?.unsure).toBeUndefined();
  expect(draw.facts(0) === undefined).toBe(filler === 'gabor');
});
