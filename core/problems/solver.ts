/** Problems of solvers; explained in `docs/problems/solver.md`. */
import type { ProblemKind } from './kind';

export const solverProblems = {
  'solver/average-loss': {
    severity: 'error',
    says: '`average_loss` ({iterations}) must be 1 or more.',
    help: 'Set it to the number of iterations to average over.',
  },
  'solver/dead-field': {
    severity: 'hint',
    tag: 'unnecessary',
    says: '`{name}` has no effect with `{cause}`.',
    help: 'Remove it.',
  },
  'solver/gamma': {
    severity: 'error',
    says: '`gamma` ({found}) must be 0 or more with the policy {policy}.',
    help: 'Set `gamma`, or use another `lr_policy`.',
  },
  'solver/min-lr': {
    severity: 'error',
    says: '`min_lr` ({found}) must be {relation} {bound}.',
    help: 'Change it, or `base_lr`.',
  },
  'solver/momentum': {
    severity: 'error',
    says: '{type} does not support momentum, found {momentum}.',
    help: 'Remove `momentum`, or use another solver type.',
    caffe: 'Momentum cannot be used with',
  },
  'solver/net-not-found': {
    severity: 'warning',
    says: 'Cannot find {path} beside this file, in a parent folder or in the workspace.',
    help: 'Caffe looks it up from the folder where it is started.',
  },
  'solver/no-policy': {
    severity: 'error',
    says: 'The solver has no `lr_policy`.',
    help: 'Add one of {policies}.',
    caffe: 'Unknown learning rate policy',
  },
  'solver/no-train-net': {
    severity: 'error',
    says: 'The solver has no train net.',
    help: 'Add `net`, `net_param`, `train_net` or `train_net_param`.',
    caffe: 'SolverParameter must specify a train net using one of these fields',
  },
  'solver/no-file': {
    severity: 'error',
    says: '`{name}` is empty, so Caffe has no net to read.',
    help: 'Set `{name}` to the path of a net.',
  },
  'solver/rms-decay': {
    severity: 'error',
    says: '`rms_decay` ({decay}) must be at least 0 and less than 1.',
    help: 'Use a number such as 0.98.',
    caffe: 'rms_decay should lie between 0 and 1.',
  },
  'solver/several-train-nets': {
    severity: 'error',
    says: '`{first}` already specifies the train net.',
    help: 'Keep one of `net`, `net_param`, `train_net` and `train_net_param`.',
    caffe: 'SolverParameter must not contain more than one of these fields specifying a train_net',
  },
  'solver/stage-count': {
    severity: 'error',
    says: '`stagelr` has {rates} {rates:value|values} and `stageiter` {iterations}.',
    help: 'Write one of each per stage.',
  },
  'solver/stepsize': {
    severity: 'error',
    says: '`stepsize` ({found}) must be greater than 0 with the policy {policy}.',
    help: 'Set `stepsize`, or use another `lr_policy`.',
  },
  'solver/stepsize-zero': {
    severity: 'error',
    says: 'The policy {policy} divides by `stepsize`, which is 0.',
    help: 'Set it above 0.',
  },
  'solver/test-interval': {
    severity: 'error',
    says: '`test_interval` ({interval}) must be greater than 0 in a solver that tests.',
    help: 'Set it to the number of iterations between tests.',
  },
  'solver/test-iter-missing': {
    severity: 'error',
    says: '{found} `test_iter` for {expected} test nets.',
    help: 'Add one for each test net.',
    caffe: 'test_iter must be specified for each test network.',
  },
  'solver/test-iter-surplus': {
    severity: 'error',
    says: '{found} `test_iter` for {expected} test nets.',
    help: 'Remove the others, or add `net` or `net_param`, which can be tested too.',
    caffe: 'test_iter must be specified for each test network.',
  },
  'solver/test-state-count': {
    severity: 'error',
    says: '{found} `test_state` for {expected} test nets.',
    help: 'Write one for each test net, or none.',
    caffe: 'test_state must be unspecified or specified once per test net.',
  },
  'solver/type-and-solver-type': {
    severity: 'error',
    says: '`type` and the deprecated `solver_type: {old}` cannot both be set.',
    help: 'Remove `solver_type: {old}`.',
  },
  'solver/unknown-momentum-policy': {
    severity: 'error',
    says: 'Unknown momentum policy {policy}.',
    help: 'Use one of {policies}.',
  },
  'solver/unknown-policy': {
    severity: 'error',
    says: 'Unknown learning rate policy {policy}.',
    help: 'Use one of {policies}.',
    caffe: 'Unknown learning rate policy',
  },
  'solver/unknown-regularization': {
    severity: 'warning',
    says: 'Unknown regularization type {type}: Caffe aborts when it first updates decaying weights.',
    help: 'Use L1 or L2.',
    caffe: 'Unknown regularization type',
  },
  'solver/unknown-type': {
    severity: 'error',
    says: 'Unknown solver type {type}.',
    help: 'Use one of {types}; the case matters.',
    caffe: 'Unknown solver type',
  },
} as const satisfies Readonly<Record<`solver/${string}`, ProblemKind>>;
