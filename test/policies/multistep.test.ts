/** sgd_solver.cpp: base_lr · gamma^(stepvalues that are reached), one an iteration at most. */
import { rateTable } from '../support/rate-table';

rateTable('multistep', [
  ['base_lr: 1 gamma: 0.5 stepvalue: 8 stepvalue: 45', '0: 1, 7: 1, 8: 0.5, 44: 0.5, 45: 0.25'],
  ['base_lr: 1 gamma: 0.5 stepvalue: 4 stepvalue: 2', '3: 1, 4: 0.5, 5: 0.25'],
  ['base_lr: 1 gamma: 0.5', '100: 1'],
  ['base_lr: 1 gamma: -1', 'solver/gamma'],
]);
