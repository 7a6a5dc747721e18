/** Recurrent layers fill the blobs of a step again for every time step, which shifts all later weights. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { Filling } from '#core/net/distribution';
import { testState } from '#core/net/state';
import { drawBlobs } from '#core/weights/draw';
import { fillBlob } from '#core/weights/fill';
import { drawPlan, type DrawPlan } from '#core/weights/plan';
import { engines, seeded } from '../support/engines';

function planOf(layer: string, steps: number): DrawPlan {
  return drawPlan(
    analyze(
      `
    layer { name: "x" type: "Input" top: "x" top: "c" input_param { shape { dim: ${steps} dim: 1 dim: 1 } shape { dim: ${steps} dim: 1 } } }
    layer { name: "r" bottom: "x" bottom: "c" top: "r" ${layer} }
    layer { name: "next" type: "InnerProduct" bottom: "r" top: "next" inner_product_param { num_output: 3 weight_filler { type: "gaussian" } } }`,
      { dialect: bvlc },
    ).state(testState),
  );
}

type Fill = readonly [Filling, readonly number[]];

const small: Filling = { kind: 'uniform', min: Math.fround(-0.1), max: Math.fround(0.1) };
const normal: Filling = { kind: 'normal', mean: 0, std: 1 };
const sparse: Filling = { kind: 'sparseNormal', mean: 0, std: 1, density: 0.5 };
const zero: Filling = { kind: 'constant', value: 0 };

const lstm = 'type: "LSTM" recurrent_param { num_output: 1 weight_filler { type: "uniform" min: -0.1 max: 0.1 } }';
const rnn =
  'type: "RNN" recurrent_param { num_output: 2 weight_filler { type: "gaussian" } bias_filler { type: "uniform" min: -0.1 max: 0.1 } }';

const layers: readonly (readonly [string, number, string, readonly Fill[], readonly Fill[]])[] = [
  [
    'blobs of one distribution',
    70_001,
    lstm,
    [
      [small, [4, 1]],
      [zero, [4]],
    ],
    [[small, [4, 1]]],
  ],
  [
    'blobs of several distributions',
    3001,
    rnn,
    [
      [normal, [2, 1]],
      [small, [2]],
    ],
    [
      [normal, [2, 2]],
      [normal, [2, 2]],
      [small, [2]],
    ],
  ],
  [
    'blobs with their own masks',
    90,
    'type: "RNN" recurrent_param { num_output: 2 weight_filler { type: "gaussian" sparse: 1 } bias_filler { type: "gaussian" sparse: 1 } }',
    [
      [sparse, [2, 1]],
      [sparse, [2]],
    ],
    [
      [sparse, [2, 2]],
      [sparse, [2, 2]],
      [sparse, [2]],
    ],
  ],
];

const cases = engines.flatMap(([engine, make]) =>
  layers.map(([title, steps, ...layer]) => [engine, title, steps, make, ...layer] as const),
);

test.each(cases)('draws as Caffe does: %s, %s, %i times', (_, __, steps, make, layer, input, step) => {
  const reference = seeded(7, make());
  const fill = ([filling, shape]: Fill): Float32Array => {
    const values = new Float32Array(shape.reduce((product, dim) => product * dim, 1));
    fillBlob(reference, filling, shape, values);
    return values;
  };
  const expected = [...input, ...step].map(fill);
  for (let i = 1; i < steps; i++) step.forEach(fill);
  expected.push(fill([normal, [3, layer.includes('RNN') ? 2 : 1]]));

  const plan = planOf(layer, steps);
  const draw = drawBlobs(plan, 7, make());
  expect(expected.map((___, blob) => draw.values(blob)?.values)).toEqual(expected);
  // A single step of the plan, for any number of time steps.
  expect(plan.steps.length).toBe(plan.blobs.length + 1);
});

test('draws earlier blobs first, can be cancelled, and reports progress for an excessive number of time steps', () => {
  const plan = planOf(lstm, 500_000_000);
  const draw = drawBlobs(plan, 7);
  const few = drawBlobs(planOf(lstm, 2), 7);
  expect(draw.values(2)).toEqual(few.values(2));
  const behind = draw.drawing(3);
  const { done, total } = behind.next().value as { readonly done: number; readonly total: number };
  expect(done).toBe(1 << 18);
  expect(total).toBe(4 * (500_000_000 - 1) + 3);
  // A blob that is the same for every seed does not wait.
  expect(draw.values(4)?.values).toEqual(new Float32Array(3));
});

test('draws later blobs differently for another number of steps', () => {
  const draw = drawBlobs(planOf(rnn, 5), 7);
  draw.values(5);
  for (const steps of [1, 4, 6]) {
    const plan = planOf(rnn, steps);
    expect(draw.replan(plan).values(5)).toEqual(drawBlobs(plan, 7).values(5));
  }
});
