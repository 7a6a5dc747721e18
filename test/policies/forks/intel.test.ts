/** Intel's: a rate a stage, and a line from warmup_start_lr to base_lr before every policy. */
import { rateTable } from '../../support/rate-table';

rateTable(
  'multifixed',
  [
    ['stagelr: 1 stagelr: 0.5 stageiter: 10 stageiter: 20', '0: 1, 10: 1, 11: 0.5, 20: 0.5, 99: 0.5'],
    ['stagelr: 1 stageiter: 10 stageiter: 20', 'solver/stage-count'],
    ['', '0: null'],
  ],
  'intel',
);

rateTable('fixed', [['base_lr: 1 warmup_iter: 4 warmup_start_lr: 0.5', '0: 0.5, 1: 0.625, 2: 0.75, 4: 1']], 'intel');
