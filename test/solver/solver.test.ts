import { bvlc } from '#core/dialects/bvlc';
import { solverProblems } from '#core/solver/solver';
import { solverTypeOf } from '#core/solver/solver-type';
import { describe, expect, test } from 'vitest';
import { check, solverOf } from './solver-case';

describe('a solver', () => {
  test('has no problems if Caffe accepts it', () =>
    check(`
    net: "train_val.prototxt"
    test_iter: 100
    test_interval: 500
    base_lr: 0.01
    momentum: 0.9
    weight_decay: 0.0005
    lr_policy: "inv"
    gamma: 0.0001
    power: 0.75
    iter_size: 0
    snapshot: 50
  `));

  test('needs a net to train and a policy', () =>
    check(`
    base_lr: 0.01
    #^ base_lr: solver/no-train-net
    #^ base_lr: solver/no-policy
    momentum: 0.9
  `));

  test('must have one train net; the later one is reported', () =>
    check(`
    train_net: "a.prototxt"
    lr_policy: "fixed"
    net: "b.prototxt"
    #^ net: solver/several-train-nets
    test_iter: 1
  `));

  test('must not name a file by an empty path', () =>
    check(`
    net: ""
    #^ "": solver/no-file
    lr_policy: "fixed"
    test_net: "a.prototxt"
    test_net: ''
    #^ '': solver/no-file
    test_iter: [1, 1]
    test_interval: 1
  `));

  test('must name its type exactly', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "fixed"
    type: "adam"
    #^ "adam": solver/unknown-type
  `));

  test('must give its type only once', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "fixed"
    type: "SGD"
    solver_type: ADAM
    #^ solver_type: solver/type-and-solver-type
  `));

  test('must have no momentum for AdaGrad, also by the old name of the type', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "fixed"
    solver_type: ADAGRAD
    momentum: 0.9
    #^ 0.9: solver/momentum
  `));

  test('must have an rms_decay of at least 0 and less than 1 for RMSProp', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "fixed"
    type: "RMSProp"
    rms_decay: 1
    #^ 1: solver/rms-decay
  `));

  test('must average the loss over at least one iteration', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "fixed"
    average_loss: 0
    #^ 0: solver/average-loss
  `));

  test('aborts on an unknown regularization only if something decays', () => {
    check(`
      net: "a.prototxt"
      lr_policy: "fixed"
      regularization_type: "L3"
    `);
    check(`
      net: "a.prototxt"
      lr_policy: "fixed"
      weight_decay: 0.0005
      regularization_type: "L3"
      #^ "L3": solver/unknown-regularization
    `);
  });
});

describe('tests of a solver', () => {
  test('need a test_iter for each test net', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "fixed"
    test_net: "b.prototxt"
    test_net: "c.prototxt"
    #^ test_net: solver/test-iter-missing
    test_iter: 1
    test_interval: 10
  `));

  test('include the train net only if it is given as `net`', () =>
    check(`
    train_net: "a.prototxt"
    lr_policy: "fixed"
    test_iter: 1
    #^ 1: solver/test-iter-surplus
    test_interval: 10
  `));

  test('need an interval', () => {
    check(`
      net: "a.prototxt"
      lr_policy: "fixed"
      test_iter: 1
      test_interval: 0
      #^ 0: solver/test-interval
    `);
    check(`
      net: "a.prototxt"
      lr_policy: "fixed"
      test_iter: 1
      #^ test_iter: solver/test-interval
    `);
  });

  test('have one state each, or none', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "fixed"
    test_iter: 1
    test_interval: 10
    test_state { stage: "a" }
    test_state { stage: "b" }
    #^ test_state: solver/test-state-count
  `));
});

describe('a policy', () => {
  test('must have a known name', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "multi_step"
    #^ "multi_step": solver/unknown-policy
  `));

  test('needs a positive stepsize and no negative gamma for step', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "step"
    #^ "step": solver/stepsize
    gamma: -0.1
    #^ -0.1: solver/gamma
  `));

  test('does not read gamma for poly and fixed', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "poly"
    gamma: -0.1
    stepsize: 0
  `));

  test('gets the nearest name suggested', () => {
    const problems = solverProblems(solverOf('net: "a" lr_policy: "Step"'), bvlc);
    expect(problems.map(({ suggestion }) => suggestion)).toEqual(['step']);
  });
});

test('translates an old solver_type to the current type', () => {
  expect(solverTypeOf(solverOf('net: "a" solver_type: RMSPROP'))).toBe('RMSProp');
});
