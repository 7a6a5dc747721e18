/** sgd_solver.cpp: base_lr · (1 + gamma · i)^(−power). */
import { rateTable } from '../support/rate-table';

rateTable('inv', [
  ['base_lr: 1 gamma: 1 power: 1', '0: 1, 1: 0.5, 3: 0.25'],
  ['base_lr: 1 gamma: 1 power: 2', '1: 0.25, 3: 0.0625'],
  ['base_lr: 1 gamma: -1', 'solver/gamma'],
]);
