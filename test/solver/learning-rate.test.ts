import { effectiveRates } from '#core/solver/effective-rates';
import { learningRate, stepsTaken } from '#core/solver/learning-rate';
import { describeSchedule } from '#core/solver/schedule';
import { describe, expect, test } from 'vitest';
import { solverOf } from './solver-case';

/** Iterations and what Caffe says of them, to nine digits. */
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
  test.each(measured)("of %s is Caffe's", (text, rates) => {
    const solver = solverOf(text);
    expect(rates.map(([iteration]) => learningRate(solver, iteration))).toEqual(
      rates.map(([, rate]) => Math.fround(rate)),
    );
  });

  test('is no number behind the end of poly, and none where Caffe refuses', () => {
    expect(learningRate(solverOf('lr_policy: "poly" base_lr: 1 power: 0.5 max_iter: 100'), 120)).toBeNaN();
    expect(learningRate(solverOf('lr_policy: "exp" base_lr: 1 gamma: -1'), 0)).toBeUndefined();
    expect(learningRate(solverOf('base_lr: 1'), 0)).toBeUndefined();
  });

  test('multistep takes one step an iteration, in the order written', () => {
    expect([9, 10, 11, 12, 13].map((iteration) => stepsTaken([10, 5, 5], iteration))).toEqual([0, 1, 2, 3, 3]);
  });
});

test("a blob's rates are the solver's times its own multipliers", () => {
  expect(effectiveRates(0.01, 0.0005, 2, 0)).toEqual({ rate: Math.fround(Math.fround(0.01) * 2), decay: 0 });
});

describe('a schedule', () => {
  test('shows its formula and where it steps', () => {
    const solver = solverOf('lr_policy: "step" base_lr: 1 gamma: 0.5 stepsize: 30 max_iter: 70');
    expect(describeSchedule(solver)).toEqual({
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

  test('of multistep lists the steps as Caffe takes them', () => {
    const solver = solverOf('lr_policy: "multistep" base_lr: 1 gamma: 0.5 stepvalue: [4, 2, 90] max_iter: 50');
    expect(describeSchedule(solver)?.points.map(({ iteration }) => iteration)).toEqual([0, 4, 5, 49]);
  });

  test('is none where Caffe refuses', () => {
    expect(describeSchedule(solverOf('lr_policy: "plateau"'))).toBeUndefined();
  });
});
