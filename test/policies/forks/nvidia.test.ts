/** NVIDIA's: a rise by the square before every policy, no rate below min_lr, which poly ends at. */
import { rateTable } from '../../support/rate-table';

rateTable(
  'poly',
  [
    ['base_lr: 1 power: 1 max_iter: 100 min_lr: 0.5', '0: 1, 50: 0.75, 100: 0.5'],
    ['base_lr: 0.25 power: 1 max_iter: 100 min_lr: 0.5', 'solver/min-lr'],
  ],
  'nvcaffe',
);

rateTable(
  'fixed',
  [
    ['base_lr: 1 rampup_interval: 4', '0: 0, 2: 0.25, 4: 1'],
    ['base_lr: 0.25 min_lr: 0.5', '0: 0.5'],
    ['base_lr: 1 min_lr: -1', 'solver/min-lr'],
    ['base_lr: 1 momentum_policy: "x"', 'solver/unknown-momentum-policy'],
  ],
  'nvcaffe',
);

rateTable(
  'sigmoid',
  [
    ['base_lr: 4 gamma: 0 stepsize: 1', '0: 2'],
    ['base_lr: 1 gamma: -1 stepsize: 2', '2: 0.5'],
  ],
  'nvcaffe',
);
