/** sgd_solver.cpp: base_lr / (1 + e^(−gamma · (i − stepsize))). */
import { rateTable } from '../support/rate-table';

rateTable('sigmoid', [
  ['base_lr: 1 gamma: 0.9 stepsize: 50', '50: 0.5'],
  ['base_lr: 4 gamma: 0 stepsize: 1', '0: 2, 9: 2'],
  ['base_lr: 1 gamma: 0.5', 'solver/stepsize'],
  ['base_lr: 1 gamma: -1 stepsize: 2', 'solver/gamma'],
]);
