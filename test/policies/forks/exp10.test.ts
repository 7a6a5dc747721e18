/** TSN's: base_lr · 10^(−i / stepsize). */
import { rateTable } from '../../support/rate-table';

rateTable('exp10', [['base_lr: 1 stepsize: 10', '0: 1, 10: 0.1, 20: 0.01']], 'tsn');
