import type { solverCodes } from '../../codes/solver';

export const solver: Record<keyof typeof solverCodes, string> = {
  'solver/average-loss':
    'Caffe shows the mean loss of `average_loss` iterations, and stops at {iterations}: use 1 or more.',
  'solver/dead-field': '`{name}` has no effect with `{cause}`.',
  'solver/net-not-found':
    "{path} is neither beside this file nor in a folder above it, nor in the workspace: Caffe looks for it from the folder that it is started in, and stops where it isn't there.",
  'solver/gamma': 'The policy {policy} needs a `gamma` of 0 or more, and Caffe stops at {found}.',
  'solver/momentum':
    'Momentum cannot be used with {type}: Caffe stops at {momentum}. Remove it, or use another solver type.',
  'solver/no-policy':
    'Unknown learning rate policy: the solver names none, and Caffe stops at its first learning rate. Add `lr_policy`: {policies}.',
  'solver/no-train-net':
    'SolverParameter must specify a train net using one of these fields: net, net_param, train_net, train_net_param. Caffe stops as there is none.',
  'solver/no-file': 'No file has an empty name, and Caffe stops as it reads `{name}`: write the path of a net.',
  'solver/rms-decay':
    'rms_decay should lie between 0 and 1, and Caffe stops at {decay}: use 0 or more, and less than 1.',
  'solver/several-train-nets':
    'SolverParameter must not contain more than one of these fields specifying a train_net: net, net_param, train_net, train_net_param. `{first}` gives one already: remove one.',
  'solver/stepsize': 'The policy {policy} needs a `stepsize` above 0, and Caffe stops at {found}.',
  'solver/test-interval':
    'A solver that tests needs a `test_interval` above 0, and Caffe stops at {interval}: say after how many iterations it tests.',
  'solver/test-iter-missing':
    'test_iter must be specified for each test network: there are {found} for {expected}. Add the missing ones.',
  'solver/test-iter-surplus':
    'test_iter must be specified for each test network: there are {found} for {expected}, and only `net` or `net_param` can be tested beyond these.',
  'solver/test-state-count':
    'test_state must be unspecified or specified once per test net: there are {found} for {expected}.',
  'solver/type-and-solver-type':
    'solver_type is the old way to say `type`, and Caffe stops at both: remove `solver_type: {old}`.',
  'solver/unknown-policy': 'Unknown learning rate policy: {policy}. Caffe has {policies}.',
  'solver/unknown-regularization':
    'Unknown regularization type: {type}. Caffe sets up the solver, and stops as it first updates weights that decay: use L1 or L2.',
  'solver/unknown-type': 'Unknown solver type: {type}. Caffe has {types}; upper and lower case count.',
};
