/** sgd_solver.cpp: base_lr · (1 − i / max_iter)^power, no number after max_iter. */
import { rateTable } from '../support/rate-table';

rateTable('poly', [
  ['base_lr: 1 power: 1 max_iter: 100', '0: 1, 25: 0.75, 50: 0.5, 100: 0'],
  ['base_lr: 1 power: 2 max_iter: 100', '50: 0.25'],
  ['base_lr: 1 power: 0.5 max_iter: 100', '75: 0.5, 120: NaN'],
]);
