/** SSD's and Intel's: base_lr until the first window has passed; then it depends on the loss. */
import { rateTable } from '../../support/rate-table';

rateTable(
  'plateau',
  [
    ['base_lr: 0.1 gamma: 0.5 plateau_winsize: 100 plateau_winsize: 50', '0: 0.1, 99: 0.1, 100: null'],
    ['base_lr: 0.1', '1000: 0.1'],
  ],
  'ssd',
);

rateTable('plateau', [['base_lr: 0.1 plateau_winsize: 1', '0: 0.1, 1: null']], 'intel');
