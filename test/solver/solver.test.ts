import { bvlc } from '#core/dialects/bvlc';
import { solverProblems } from '#core/solver/solver';
import { solverTypeOf } from '#core/solver/solver-type';
import { describe, expect, test } from 'vitest';
import { check, solverOf } from './solver-case';

describe('a solver', () => {
  test('that Caffe takes has no problems', () =>
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

  test('has one train net; the later is shown', () =>
    check(`
    train_net: "a.prototxt"
    lr_policy: "fixed"
    net: "b.prototxt"
    #^ net: solver/several-train-nets
    test_iter: 1
  `));

  test('names no file by an empty path', () =>
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

  test('knows its types by their exact names', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "fixed"
    type: "adam"
    #^ "adam": solver/unknown-type
  `));

  test('says its type once', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "fixed"
    type: "SGD"
    solver_type: ADAM
    #^ solver_type: solver/type-and-solver-type
  `));

  test('of type AdaGrad has no momentum, by its old name too', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "fixed"
    solver_type: ADAGRAD
    momentum: 0.9
    #^ 0.9: solver/momentum
  `));

  test('of type RMSProp has a rms_decay from 0 to below 1', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "fixed"
    type: "RMSProp"
    rms_decay: 1
    #^ 1: solver/rms-decay
  `));

  test('shows a mean loss of at least one iteration', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "fixed"
    average_loss: 0
    #^ 0: solver/average-loss
  `));

  test('dies of its regularization only where something decays', () => {
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
  test('each test net needs a test_iter', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "fixed"
    test_net: "b.prototxt"
    test_net: "c.prototxt"
    #^ test_net: solver/test-iter-missing
    test_iter: 1
    test_interval: 10
  `));

  test('the train net is tested only if it is a net', () =>
    check(`
    train_net: "a.prototxt"
    lr_policy: "fixed"
    test_iter: 1
    #^ 1: solver/test-iter-surplus
    test_interval: 10
  `));

  test('come at an interval', () => {
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
  test('has a known name', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "multi_step"
    #^ "multi_step": solver/unknown-policy
  `));

  test('step needs a stepsize above 0 and no negative gamma', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "step"
    #^ "step": solver/stepsize
    gamma: -0.1
    #^ -0.1: solver/gamma
  `));

  test('poly and fixed read no gamma', () =>
    check(`
    net: "a.prototxt"
    lr_policy: "poly"
    gamma: -0.1
    stepsize: 0
  `));

  test('the nearest name is suggested', () => {
    const problems = solverProblems(solverOf('net: "a" lr_policy: "Step"'), bvlc);
    expect(problems.map(({ suggestion }) => suggestion)).toEqual(['step']);
  });
});

test('an old solver_type is the type in its new name', () => {
  expect(solverTypeOf(solverOf('net: "a" solver_type: RMSPROP'))).toBe('RMSProp');
});
