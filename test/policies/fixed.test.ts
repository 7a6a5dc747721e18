/** sgd_solver.cpp: base_lr, whatever the iteration. */
import { rateTable } from '../support/rate-table';

rateTable('fixed', [
  ['base_lr: 0.1', '0: 0.1, 120: 0.1'],
  ['base_lr: 0.1 gamma: -1', '0: 0.1'],
]);
