/** Warm restarts, warm-up and plateau of DeepDetect's sgd_solver.cpp. */
import { rateTable } from '../../support/rate-table';

rateTable(
  'sgdr',
  [
    // Half a cosine from base_lr to min_lr, then half of it over twice the iterations.
    ['base_lr: 1 min_lr: 0 period: 10 lr_mult: 0.5 p_mult: 2', '0: 1, 5: 0.5, 10: 0.5, 20: 0.25, 30: 0.25'],
    ['base_lr: 1 min_lr: 0.5 max_iter: 100', '0: 1, 50: 0.75, 100: 0.8'],
    // The restart at 10 is during the warm-up, and so never happens.
    ['base_lr: 1 min_lr: 0 period: 10 warmup_iter: 15 warmup_start_lr: 0', '3: 0.2, 20: 1, 30: 0'],
    ['base_lr: 1 period: 4 p_mult: 0.1', '0: 1, 4: null'],
  ],
  'deepdetect',
);
rateTable('plateau', [['base_lr: 0.1 plateau_winsize: 2', '0: 0.1, 1: 0.1, 2: null']], 'deepdetect');
