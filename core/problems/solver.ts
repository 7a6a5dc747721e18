/** Problems of solvers; explained in `docs/problems/solver.md`. */
import type { ProblemKind } from './kind';

export const solverProblems = {
  'solver/average-loss': {
    severity: 'error',
    says: 'Caffe shows the mean loss of `average_loss` iterations, and stops at {iterations}: use 1 or more.',
  },
  'solver/dead-field': {
    severity: 'hint',
    tag: 'unnecessary',
    says: '`{name}` has no effect with `{cause}`.',
  },
  'solver/gamma': {
    severity: 'error',
    says: 'The policy {policy} needs a `gamma` of 0 or more, and Caffe stops at {found}.',
  },
  'solver/min-lr': {
    severity: 'error',
    says: '`min_lr` ({found}) must be {relation} {bound}.',
    help: 'Change it, or `base_lr`.',
  },
  'solver/momentum': {
    severity: 'error',
    says: 'Momentum cannot be used with {type}: Caffe stops at {momentum}. Remove it, or use another solver type.',
  },
  'solver/net-not-found': {
    severity: 'warning',
    says: "{path} is neither beside this file nor in a folder above it, nor in the workspace: Caffe looks for it from the folder that it is started in, and stops where it isn't there.",
  },
  'solver/no-policy': {
    severity: 'error',
    says: 'Unknown learning rate policy: the solver names none, and Caffe stops at its first learning rate. Add `lr_policy`: {policies}.',
  },
  'solver/no-train-net': {
    severity: 'error',
    says: 'SolverParameter must specify a train net using one of these fields: net, net_param, train_net, train_net_param. Caffe stops as there is none.',
  },
  'solver/no-file': {
    severity: 'error',
    says: 'No file has an empty name, and Caffe stops as it reads `{name}`: write the path of a net.',
  },
  'solver/rms-decay': {
    severity: 'error',
    says: 'rms_decay should lie between 0 and 1, and Caffe stops at {decay}: use 0 or more, and less than 1.',
  },
  'solver/several-train-nets': {
    severity: 'error',
    says: 'SolverParameter must not contain more than one of these fields specifying a train_net: net, net_param, train_net, train_net_param. `{first}` gives one already: remove one.',
  },
  'solver/stage-count': {
    severity: 'error',
    says: '`stagelr` has {rates} {rates:value|values} and `stageiter` {iterations}.',
    help: 'Give each stage one of both.',
  },
  'solver/stepsize': {
    severity: 'error',
    says: 'The policy {policy} needs a `stepsize` above 0, and Caffe stops at {found}.',
  },
  'solver/stepsize-zero': {
    severity: 'error',
    says: 'The policy {policy} divides by `stepsize`, which is 0.',
    help: 'Set it above 0.',
  },
  'solver/test-interval': {
    severity: 'error',
    says: 'A solver that tests needs a `test_interval` above 0, and Caffe stops at {interval}: say after how many iterations it tests.',
  },
  'solver/test-iter-missing': {
    severity: 'error',
    says: 'test_iter must be specified for each test network: there are {found} for {expected}. Add the missing ones.',
  },
  'solver/test-iter-surplus': {
    severity: 'error',
    says: 'test_iter must be specified for each test network: there are {found} for {expected}, and only `net` or `net_param` can be tested beyond these.',
  },
  'solver/test-state-count': {
    severity: 'error',
    says: 'test_state must be unspecified or specified once per test net: there are {found} for {expected}.',
  },
  'solver/type-and-solver-type': {
    severity: 'error',
    says: 'solver_type is the old way to say `type`, and Caffe stops at both: remove `solver_type: {old}`.',
  },
  'solver/unknown-momentum-policy': {
    severity: 'error',
    says: 'Unknown momentum policy: {policy}. This Caffe has {policies}.',
  },
  'solver/unknown-policy': {
    severity: 'error',
    says: 'Unknown learning rate policy: {policy}. Caffe has {policies}.',
  },
  'solver/unknown-regularization': {
    severity: 'warning',
    says: 'Unknown regularization type: {type}. Caffe sets up the solver, and stops as it first updates weights that decay: use L1 or L2.',
  },
  'solver/unknown-type': {
    severity: 'error',
    says: 'Unknown solver type: {type}. Caffe has {types}; upper and lower case count.',
  },
} as const satisfies Readonly<Record<`solver/${string}`, ProblemKind>>;
