import { bvlc } from '#core/dialects/bvlc';
import { dialectOf } from '#core/dialects/index';
import { stepsTaken } from '#core/policies/multistep';
import { effectiveRates } from '#core/solver/effective-rates';
import { learningRate } from '#core/solver/learning-rate';
import { describeSchedule } from '#core/solver/schedule';
import { describe, expect, test } from 'vitest';
import { shortestFloat32 } from '#core/numbers';
import { check, solverOf } from './solver-case';

/** Iterations with Caffe's learning rate, to nine digits. */
type Rates = readonly (readonly [number, number])[];

const measured: readonly (readonly [string, Rates])[] = [
  [
    'lr_policy: "fixed" base_lr: 0.1',
    [
      [0, 0.100000001],
      [120, 0.100000001],
    ],
  ],
  [
    'lr_policy: "step" base_lr: 0.01 gamma: 0.9 stepsize: 50',
    [
      [49, 0.00999999978],
      [50, 0.00899999961],
      [100, 0.00809999928],
    ],
  ],
  [
    'lr_policy: "exp" base_lr: 0.1 gamma: 0.9',
    [
      [2, 0.0810000002],
      [8, 0.0430467129],
      [30, 0.0042391126],
      [120, 3.22923569e-7],
    ],
  ],
  [
    'lr_policy: "inv" base_lr: 0.01 gamma: 0.5 power: 1',
    [
      [1, 0.00666666683],
      [30, 0.000624999986],
      [120, 0.000163934412],
    ],
  ],
  [
    'lr_policy: "multistep" base_lr: 0.1 gamma: 0.1 stepvalue: 8 stepvalue: 45',
    [
      [2, 0.100000001],
      [8, 0.0100000007],
      [50, 0.00100000005],
    ],
  ],
  [
    'lr_policy: "poly" base_lr: 1e-3 power: 0.75 max_iter: 1000',
    [
      [1, 0.000999249984],
      [8, 0.000993994065],
      [120, 0.000908577582],
    ],
  ],
  [
    'lr_policy: "sigmoid" base_lr: 1 gamma: 0.9 stepsize: 50',
    [
      [0, 2.86251861e-20],
      [10, 2.31952296e-16],
      [30, 1.52299808e-8],
      [50, 0.5],
    ],
  ],
];

describe('the learning rate', () => {
  test.each(measured)('of %s matches Caffe', (text, rates) => {
    const solver = solverOf(text);
    expect(rates.map(([iteration]) => learningRate(solver, bvlc.solver, iteration))).toEqual(
      rates.map(([, rate]) => Math.fround(rate)),
    );
  });

  test('is not finite after the end of poly, and undefined if Caffe rejects the solver', () => {
    expect(learningRate(solverOf('lr_policy: "poly" base_lr: 1 power: 0.5 max_iter: 100'), bvlc.solver, 120)).toBeNaN();
    expect(learningRate(solverOf('lr_policy: "exp" base_lr: 1 gamma: -1'), bvlc.solver, 0)).toBeUndefined();
    expect(learningRate(solverOf('base_lr: 1'), bvlc.solver, 0)).toBeUndefined();
  });

  test('takes one multistep step per iteration, in the order written', () => {
    expect([9, 10, 11, 12, 13].map((iteration) => stepsTaken([10, 5, 5], iteration, 0))).toEqual([0, 1, 2, 3, 3]);
  });
});

test("is multiplied by a blob's own multipliers", () => {
  expect(effectiveRates(0.01, 0.0005, 2, 0)).toEqual({ rate: Math.fround(Math.fround(0.01) * 2), decay: 0 });
});

describe('a schedule', () => {
  test('shows its formula and where it changes', () => {
    const solver = solverOf('lr_policy: "step" base_lr: 1 gamma: 0.5 stepsize: 30 max_iter: 70');
    expect(describeSchedule(solver, bvlc.solver)).toEqual({
      policy: 'step',
      formula: '1 · 0.5^⌊i / 30⌋',
      reads: ['gamma', 'stepsize'],
      points: [
        [0, 1],
        [30, 0.5],
        [60, 0.25],
        [69, 0.25],
      ].map(([iteration, rate]) => ({ iteration, rate })),
    });
  });

  test('lists the steps of multistep as Caffe takes them', () => {
    const solver = solverOf('lr_policy: "multistep" base_lr: 1 gamma: 0.5 stepvalue: [4, 2, 90] max_iter: 50');
    expect(describeSchedule(solver, bvlc.solver)?.points.map(({ iteration }) => iteration)).toEqual([0, 4, 5, 49]);
  });

  test('is undefined if Caffe rejects the solver', () => {
    expect(describeSchedule(solverOf('lr_policy: "plateau"'), bvlc.solver)).toBeUndefined();
  });
});

/** The rates of a fork's solver at some iterations, in the shortest form that identifies a float32. */
function ratesOf(id: string, text: string, iterations: readonly number[]): readonly (number | null | undefined)[] {
  const dialect = dialectOf(id);
  if (!dialect) throw new Error(`no dialect ${id}`);
  const solver = solverOf(text, dialect);
  return iterations.map((iteration) => {
    const rate = learningRate(solver, dialect.solver, iteration);
    return typeof rate === 'number' ? shortestFloat32(rate) : rate;
  });
}

describe("a fork's learning rate", () => {
  test('of NVIDIA ramps up first, and has a minimum', () => {
    const text =
      'base_lr: 0.01 lr_policy: "poly" power: 2 rampup_interval: 100 rampup_lr: 0.001 min_lr: 1e-5 max_iter: 45000';
    expect(ratesOf('nvcaffe', text, [0, 50, 45000])).toEqual([0.001, 0.00325, 1e-5]);
    const at100 = (0.01 - 1e-5) * (1 - 100 / 45000) ** 2 + 1e-5;
    expect(ratesOf('nvcaffe', text, [100])[0]).toBeCloseTo(at100, 7);
    expect(ratesOf('nvcaffe', 'base_lr: 0.1 lr_policy: "exp" gamma: 0.5 min_lr: 0.02', [1, 9])).toEqual([0.05, 0.02]);
    expect(ratesOf('nvcaffe', 'base_lr: 0.1 lr_policy: "fixed" rampup_interval: 4 min_lr: 0.02', [0, 4])).toEqual([
      0.02, 0.1,
    ]);
  });

  test('of Intel warms up before every policy, and delays its steps', () => {
    const text =
      'base_lr: 0.1 lr_policy: "multistep" gamma: 0.1 stepvalue: [5, 6] warmup_iter: 10 warmup_start_lr: 0.02 max_iter: 100';
    expect(ratesOf('intel', text, [0, 5, 9, 10, 11])).toEqual([0.02, 0.060000002, 0.092, 0.010000001, 0.001]);
    expect(
      ratesOf('intel', 'lr_policy: "multifixed" stagelr: [1, 0.5] stageiter: [10, 20]', [0, 10, 11, 20, 21, 99]),
    ).toEqual([1, 1, 0.5, 0.5, 0.5, 0.5]);
    expect(ratesOf('intel', 'lr_policy: "multifixed"', [0])).toEqual([null]);
  });

  test.each(['ssd', 'intel'])('of %s is known until a plateau can end', (id) => {
    const text = 'base_lr: 0.1 lr_policy: "plateau" gamma: 0.5 plateau_winsize: [100, 50]';
    expect(ratesOf(id, text, [0, 99, 100, 1000])).toEqual([0.1, 0.1, null, null]);
    expect(ratesOf(id, 'base_lr: 0.1 lr_policy: "plateau"', [1000])).toEqual([0.1]);
  });

  test('of TSN can decrease by powers of ten', () =>
    expect(ratesOf('tsn', 'base_lr: 1 lr_policy: "exp10" stepsize: 10', [0, 10, 20])).toEqual([1, 0.1, 0.01]));

  test.each(['ssd', 'rfcn', 'segnet', 'senet', 'tsn'])('of %s is not checked, but never divided by 0', (id) => {
    expect(ratesOf(id, 'base_lr: 1 lr_policy: "exp" gamma: -1', [1])).toEqual([-1]);
    expect(ratesOf(id, 'base_lr: 1 lr_policy: "step" gamma: 0.5 stepsize: -2', [4])).toEqual([4]);
    expect(ratesOf(id, 'base_lr: 1 lr_policy: "step" gamma: 0.5', [0])).toEqual([undefined]);
  });

  test.each(['bvlc', 'openpose-train'])('of %s is checked', (id) =>
    expect(ratesOf(id, 'base_lr: 1 lr_policy: "exp" gamma: -1', [1])).toEqual([undefined]),
  );

  test('is described with its warm-up and bounds', () => {
    const intel = dialectOf('intel') ?? bvlc;
    const text =
      'base_lr: 0.1 lr_policy: "step" gamma: 0.5 stepsize: 30 warmup_iter: 40 warmup_start_lr: 0.02 max_iter: 70';
    expect(describeSchedule(solverOf(text, intel), intel.solver)).toEqual({
      policy: 'step',
      formula: '0.02 + (0.1 − 0.02) · i / 40 (i < 40), 0.1 · 0.5^⌊i / 30⌋ (i ≥ 40)',
      reads: ['gamma', 'stepsize', 'warmup_iter', 'warmup_start_lr'],
      points: [
        [0, 0.02],
        [40, 0.05],
        [60, 0.025],
        [69, 0.025],
      ].map(([iteration = 0, rate = 0]) => ({ iteration, rate: Math.fround(rate) })),
    });
    const nvidia = dialectOf('nvcaffe') ?? bvlc;
    expect(
      describeSchedule(solverOf('base_lr: 0.1 lr_policy: "fixed" min_lr: 0.05', nvidia), nvidia.solver)?.formula,
    ).toBe('max(min_lr, 0.1)');
  });
});

describe("conditions of forks' solvers", () => {
  const forkCheck = (id: string, fixture: string): void => check(fixture, dialectOf(id));

  test('NVIDIA checks the bounds of the rate, and the policies of the momentum', () => {
    forkCheck(
      'nvcaffe',
      `
      net: "a" lr_policy: "poly" base_lr: 0.1
      min_lr: 0.2
      # ^ 0.2: solver/min-lr
      momentum_policy: "ploy"
      # ^ "ploy": solver/unknown-momentum-policy
      `,
    );
    forkCheck(
      'nvcaffe',
      `
      net: "a" lr_policy: "plateau"
      # ^ "plateau": solver/unknown-policy
      `,
    );
  });

  test('Intel requires a rate and an iteration for each stage', () =>
    forkCheck(
      'intel',
      `
      net: "a" lr_policy: "multifixed" stagelr: 1
      stageiter: 10 stageiter: 20
      # ^ 20: solver/stage-count
      `,
    ));

  test('older forks abort on a step of 0 iterations', () =>
    forkCheck(
      'pspnet',
      `
      net: "a" lr_policy: "step" gamma: -1
      # ^ "step": solver/stepsize-zero
      `,
    ));
});
