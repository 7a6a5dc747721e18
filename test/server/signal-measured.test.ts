/** What a run measured, beside the forecast. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { testState } from '#core/net/state';
import { forecast } from '#core/signal/forecast';
import { measuredIn } from '#server/features/signal-measured';
import type { KeptRun } from '#server/runs';
import { reduced } from '#run/reduce';

const conv = (name: string, bottom: string): string =>
  `layer { name: "${name}" type: "Convolution" bottom: "${bottom}" top: "${name}" convolution_param { num_output: 16 kernel_size: 1 bias_term: false weight_filler { type: "xavier" } } }\n`;
const text = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 2 dim: 16 dim: 8 dim: 8 } } }\n${conv('a', 'data')}${conv('b', 'a')}`;
const state = analyze(text, { dialect: bvlc }).state(testState);
const measured = (run: KeptRun): ReturnType<typeof measuredIn> => measuredIn(run, text, state, forecast(state));

const empty = { ...reduced(new Float32Array()), units: null, saturated: null };
const run = (second: number, changes: Partial<KeptRun> = {}): KeptRun => ({
  text,
  state: 'TEST',
  seed: 7,
  batch: 4,
  loss: null,
  id: 1,
  input: undefined,
  evenLoss: undefined,
  lost: undefined,
  start: { areWeightsZero: false, areStatisticsZero: false, fillers: [] },
  back: [],
  whatIfs: new Map(),
  before: undefined,
  stopped: undefined,
  layers: [4, 4.4, second].map((m2, index) => {
    const name = ['data', 'a', 'b'][index] ?? '';
    const top = { blob: name, shape: [2, 16, 8, 8], n: 2048, mean: 0, m2, min: -9, max: 9 };
    const type = index === 0 ? 'Input' : 'Convolution';
    return {
      index,
      name,
      type,
      tops: [{ ...empty, ...top }],
      hasWeights: index > 0,
      bottoms: [],
      params: [],
      findings: [],
      gradient: [null, 0.02, 0.01][index] ?? null,
    };
  }),
  ...changes,
});

test('has what was measured relative to its input', () => {
  expect(measured(run(3))).toEqual({
    seed: 7,
    batch: 4,
    isOld: false,
    forward: [1, 1.1, 0.75],
    back: [null, 2, 1],
    differs: null,
    differsBack: null,
  });
});

test('says where the forecast is off by more than a factor of 2', () => {
  const found = measured(run(40));
  expect(found?.differs).toMatchObject({ count: 1, layer: 2, measured: 10 });
  expect(found?.differs?.forecast).toBeCloseTo(1, 0);
});

test('says where the forecast of the gradient is off, from the output', () => {
  const { layers } = run(3);
  const found = measured(
    run(3, { layers: layers.map((layer, i) => ({ ...layer, gradient: [0.3, 0.2, 0.01][i] ?? null })) }),
  );
  expect(found?.back).toEqual([30, 20, 1].map((value) => expect.closeTo(value, 6) as number));
  expect(found?.differsBack).toMatchObject({ layer: 1, measured: expect.closeTo(20, 6) as number });
  expect(found?.differsBack?.forecast).toBeCloseTo(1, 0);
  const none = measured(run(3, { layers: layers.map((layer) => ({ ...layer, gradient: null })) }));
  expect(none).toMatchObject({ back: [null, null, null], differsBack: null });
});

test('compares nothing with a run of another text, and has none of another state', () => {
  expect(measured(run(40, { text: 'another' }))).toMatchObject({ isOld: true, differs: null, forward: [1, 1.1, 10] });
  expect(measured(run(40, { state: 'TRAIN' }))).toBeNull();
});
