/** sgd_solver.cpp: base_lr · gamma^⌊i / stepsize⌋. */
import { rateTable } from '../support/rate-table';

rateTable('step', [
  ['base_lr: 1 gamma: 0.5 stepsize: 30', '0: 1, 29: 1, 30: 0.5, 59: 0.5, 60: 0.25'],
  ['base_lr: 8 gamma: 0.25 stepsize: 1', '0: 8, 1: 2, 2: 0.5'],
  ['base_lr: 1 gamma: 0.5', 'solver/stepsize'],
  ['base_lr: 1 gamma: -1 stepsize: 2', 'solver/gamma'],
]);
