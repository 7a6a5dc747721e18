/** sgd_solver.cpp: base_lr · gamma^i. */
import { rateTable } from '../support/rate-table';

rateTable('exp', [
  ['base_lr: 16 gamma: 0.5', '0: 16, 1: 8, 5: 0.5'],
  ['base_lr: 0.1 gamma: 0.9', '2: 0.081'],
  ['base_lr: 1 gamma: -1', 'solver/gamma'],
]);
