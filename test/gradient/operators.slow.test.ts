/** Every gradient rule against central finite differences, and what no difference shows: the gradient at kinks. */
import { describe, expect, test } from 'vitest';
import { gradientRules } from '#core/gradient/index';
import { gradientsOf } from '#core/gradient/reverse';
import * as op from '#core/graph/operators';
import type { Value } from '#core/net/graph';
import { evaluate, input } from '../support/evaluate';
import { checkGradient } from '../support/finite-differences';

type Shapes = readonly (readonly number[])[];

interface Sample {
  readonly shapes: Shapes;
  readonly build: (inputs: readonly Value[]) => Value;
  /** Brings the values into the domain. */
  readonly scale?: (value: number) => number;
}

const positive = (value: number): number => Math.abs(value) + 0.5;
const vector: Shapes = [[7]];
const pair: Shapes = [
  [2, 3],
  [2, 3],
];
const repeated: Shapes = [
  [2, 3, 2],
  [3, 1],
];

const of1 = (f: (x: Value) => Value, shapes = vector): Sample => ({ shapes, build: ([x]) => f(x as Value) });
const of2 = (f: (a: Value, b: Value) => Value, shapes: Shapes, scale?: Sample['scale']): Sample => ({
  shapes,
  build: ([a, b]) => f(a as Value, b as Value),
  ...(scale && { scale }),
});
const unary = (operator: Parameters<typeof op.unary>[0], scale?: Sample['scale']): Sample => ({
  ...of1((x) => op.unary(operator, x)),
  ...(scale && { scale }),
});
const binary = (operator: Parameters<typeof op.binary>[0], scale?: Sample['scale']): readonly Sample[] =>
  [pair, repeated, repeated.toReversed()].map((shapes) => of2((a, b) => op.binary(operator, a, b), shapes, scale));

const plane = { kernel: [2, 3], stride: [2, 1], pads: [1, 1, 0, 1], dilation: [1, 2], group: 1 };
const conv = (x: readonly number[], w: readonly number[], filter: op.Filter, y: readonly number[]): Sample => ({
  shapes: [x, w, [y[1] ?? 1]],
  build: ([a, b, c]) => op.conv(a as Value, b as Value, c, filter, y),
});
const transposed = (x: readonly number[], w: readonly number[], filter: op.Filter, y: readonly number[]): Sample => ({
  shapes: [x, w, [y[1] ?? 1]],
  build: ([a, b, c]) => op.convTranspose(a as Value, b as Value, c, filter, y),
});
const regions = [
  [1, 1, 0, 8, 7],
  [0, 4, 3, 30, 9],
  [0, -20, -20, -18, -18],
  [0, 5, 2, 5, 2],
];
const places = op.ints([2, 0, 2, 1], [2, 2]);

const samples: Readonly<Record<string, readonly Sample[]>> = {
  Abs: [unary('Abs')],
  Add: binary('Add'),
  AveragePool: [
    of1((x) => op.averagePool(x, { kernel: [2, 3], stride: [2, 2], pads: [1, 0, 0, 1] }, [1, 2, 2, 2]), [[1, 2, 4, 4]]),
  ],
  Concat: [
    of2(
      (a, b) => op.concat([a, b, a], 1),
      [
        [2, 1, 2],
        [2, 2, 2],
      ],
    ),
  ],
  Conv: [
    conv(
      [2, 1, 6, 5],
      [2, 1, 4, 3],
      { kernel: [4, 3], stride: [2, 1], pads: [1, 0, 0, 1], dilation: [1, 2], group: 1 },
      [2, 2, 2, 2],
    ),
    conv(
      [2, 2, 5, 3],
      [2, 1, 2, 2],
      { kernel: [2, 2], stride: [2, 1], pads: [0, 0, 0, 0], dilation: [1, 1], group: 2 },
      [2, 2, 2, 2],
    ),
    conv(
      [2, 2, 4, 3],
      [3, 2, 1, 1],
      { kernel: [1, 1], stride: [2, 2], pads: [0, 0, 0, 0], dilation: [1, 1], group: 1 },
      [2, 3, 2, 2],
    ),
    conv([2, 2, 4, 5], [3, 2, 2, 3], plane, [2, 3, 2, 3]),
    conv([2, 4, 6], [6, 2, 2], { kernel: [2], stride: [3], pads: [0, 0], dilation: [2], group: 2 }, [2, 6, 2]),
    conv(
      [1, 2, 3, 2],
      [3, 2, 1, 1],
      { kernel: [1, 1], stride: [1, 1], pads: [0, 0, 0, 0], dilation: [1, 1], group: 1 },
      [1, 3, 3, 2],
    ),
    conv(
      [1, 1, 2, 3, 2],
      [2, 1, 2, 2, 1],
      { kernel: [2, 2, 1], stride: [1, 1, 1], pads: [0, 0, 0, 0, 0, 0], dilation: [1, 1, 1], group: 1 },
      [1, 2, 1, 2, 2],
    ),
  ],
  ConvTranspose: [
    transposed(
      [2, 1, 2, 2],
      [1, 1, 4, 3],
      { kernel: [4, 3], stride: [2, 1], pads: [1, 0, 1, 1], dilation: [1, 1], group: 1 },
      [2, 1, 4, 3],
    ),
    transposed([2, 2, 2, 2], [2, 3, 2, 3], { ...plane, pads: [1, 1, 0, 1] }, [2, 3, 3, 4]),
    transposed([1, 4, 3], [4, 1, 2], { kernel: [2], stride: [2], pads: [0, 0], dilation: [1], group: 2 }, [1, 2, 6]),
  ],
  Div: binary('Div', positive),
  Elu: [of1((x) => op.elu(x, 0.7))],
  Exp: [unary('Exp')],
  Expand: [of1((x) => op.expand(x, [2, 3, 2]), [[3, 1]])],
  Floor: [unary('Floor')],
  Gather: [of1((x) => op.gather(x, places, 1), [[2, 3, 2]]), of1((x) => op.gather(x, op.ints([1, 1, 0]), 0), [[2, 3]])],
  GatherElements: [of1((x) => op.gatherElements(x, places, 0), [[3, 2]])],
  Gemm: [
    { shapes: [[2, 3], [4, 3], [4]], build: ([a, b, c]) => op.gemm(a as Value, b as Value, c, true) },
    {
      shapes: [
        [2, 3],
        [3, 4],
      ],
      build: ([a, b]) => op.gemm(a as Value, b as Value, undefined, false),
    },
  ],
  Identity: [unary('Identity')],
  LRN: [of1((x) => op.lrn(x, { size: 3, alpha: 2, beta: 0.75, bias: 1.5 }), [[1, 4, 2, 2]])],
  LeakyRelu: [of1((x) => op.leakyRelu(x, 0.3))],
  Log: [unary('Log', positive)],
  MatMul: [
    of2(op.matMul, [
      [2, 3],
      [3, 2],
    ]),
    of2(op.matMul, [
      [2, 2, 3],
      [3, 2],
    ]),
    of2(op.matMul, [
      [2, 3],
      [2, 3, 2],
    ]),
  ],
  Max: binary('Max'),
  MaxPool: [
    of1((x) => op.maxPool(x, { kernel: [2, 3], stride: [1, 2], pads: [1, 0, 0, 1] }, [1, 2, 3, 2])[0], [[1, 2, 3, 4]]),
  ],
  MaxRoiPool: [
    // The second item; beyond the maps; without a size; the first again.
    of1((x) => op.maxRoiPool(x, op.floats(regions.flat(), [4, 5]), [2, 3], 0.5), [[2, 2, 4, 5]]),
  ],
  Min: binary('Min'),
  Mul: [...binary('Mul'), of1(op.square)],
  Neg: [unary('Neg')],
  PRelu: [of2((a, b) => op.binary('PRelu', a, b), pair), of2((a, b) => op.binary('PRelu', a, b), repeated)],
  Pad: [of1((x) => op.pad(x, [1, 0], [0, 2], 5), [[2, 3]])],
  Pow: binary('Pow', positive),
  Reciprocal: [unary('Reciprocal', positive)],
  ReduceMean: [of1((x) => op.reduce('ReduceMean', x, [0, 2]), [[2, 3, 2]])],
  ReduceSum: [of1((x) => op.reduce('ReduceSum', x, [1]), [[2, 3, 2]])],
  Relu: [unary('Relu')],
  Reshape: [of1((x) => op.reshape(x, [3, 2]), [[2, 3]])],
  ScatterElements: [
    of2(
      (a, b) => op.scatterElements(a, op.ints([2, 0], [1, 2]), b, 0),
      [
        [3, 2],
        [1, 2],
      ],
    ),
  ],
  Sigmoid: [unary('Sigmoid')],
  Slice: [of1((x) => op.slice(x, [2, 0], [1, 1], [3, 2]), [[2, 2, 3]])],
  Softmax: [of1((x) => op.softmax(x, 1), [[2, 3, 2]])],
  Softplus: [unary('Softplus')],
  Sqrt: [unary('Sqrt', positive)],
  Sub: binary('Sub'),
  Tanh: [unary('Tanh')],
  Tile: [of1((x) => op.tile(x, [2, 1, 3]), [[1, 2, 2]])],
  TopK: [of1((x) => op.topK(x, 2)[0], [[2, 4]])],
  Transpose: [of1((x) => op.transpose(x, [2, 0, 1]), [[2, 3, 2]])],
  Where: [of2((a, b) => op.where(op.compare('Less', a, op.scalar(0.1)), a, b), repeated)],
};

test('every rule has samples', () => {
  expect(Object.keys(samples).toSorted()).toEqual(Object.keys(gradientRules).toSorted());
});

describe('rules agree with finite differences', () => {
  test.each(Object.entries(samples).flatMap(([name, list]) => list.map((sample, i) => ({ name, i, sample }))))(
    '$name $i',
    async ({ sample: { shapes, build, scale } }) => {
      const { gradient, differences } = await checkGradient(shapes, build, scale);
      const largest = Math.max(1, ...differences.map(Math.abs));
      expect(gradient.length).toBe(differences.length);
      gradient.forEach((value, i) => expect(Math.abs(value - (differences[i] ?? NaN)) / largest).toBeLessThan(2e-3));
    },
  );
});

test('so many regions that a graph would be too large have no gradient', () => {
  const x = input([1, 512, 128, 128]);
  const made = op.maxRoiPool(x, input([1000, 5], 1), [7, 7], 1);
  const seeds = [{ value: made, gradient: op.expand(op.scalar(1), made.shape) }];
  expect(gradientsOf(seeds, new Set([x]), (operator) => gradientRules[operator]).missing).toBe('MaxRoiPool');
});

describe('at kinks and ties', () => {
  async function gradientAt(build: (x: Value) => Value, at: readonly number[]): Promise<readonly number[]> {
    const x = input([at.length]);
    const made = build(x);
    const seeds = [{ value: made, gradient: op.expand(op.scalar(1), made.shape) }];
    const found = gradientsOf(seeds, new Set([x]), (operator) => gradientRules[operator]).of(x);
    const [values = []] = found ? await evaluate([found], [at], [x]) : [];
    return [...values];
  }

  test('|x| and Relu have 0 at 0, LeakyRelu and Elu the slope from below', async () => {
    expect(await gradientAt((x) => op.unary('Abs', x), [0])).toEqual([0]);
    expect(await gradientAt((x) => op.unary('Relu', x), [0, 1])).toEqual([0, 1]);
    expect(await gradientAt((x) => op.leakyRelu(x, 0.5), [0, 1])).toEqual([0.5, 1]);
    expect(await gradientAt((x) => op.elu(x, 0.5), [0, 1])).toEqual([0.5, 1]);
  });

  test('the first of equal values gets all', async () => {
    expect(await gradientAt((x) => op.binary('Max', x, op.floats([1, 1])), [1, 0])).toEqual([1, 0]);
    expect(await gradientAt((x) => op.binary('Max', op.floats([1, 1]), x), [1, 2])).toEqual([0, 1]);
    expect(await gradientAt((x) => op.binary('Min', x, op.floats([1, 1])), [1, 2])).toEqual([1, 0]);
    const window = { kernel: [1, 2], stride: [1, 1], pads: [0, 0, 0, 0] };
    const pooled = (x: Value): Value => op.maxPool(op.reshape(x, [1, 1, 1, 4]), window, [1, 1, 1, 3])[0];
    expect(await gradientAt(pooled, [2, 2, 2, 1])).toEqual([1, 1, 1, 0]);
    const region = (x: Value): Value =>
      op.maxRoiPool(op.reshape(x, [1, 1, 2, 2]), op.floats([0, 0, 0, 1, 1], [1, 5]), [1, 1], 1);
    expect(await gradientAt(region, [0, 3, 3, 3])).toEqual([0, 1, 0, 0]);
    expect(await gradientAt(region, [-5, -5, -5, -5])).toEqual([1, 0, 0, 0]);
  });
});
