/** Before 2019 Caffe checked no field of a policy, and a step of 0 iterations divided by 0. */
import { rateTable } from '../../support/rate-table';

rateTable('exp', [['base_lr: 1 gamma: -1', '1: -1, 2: 1']], 'ssd');

rateTable(
  'step',
  [
    ['base_lr: 1 gamma: 0.5', 'solver/stepsize-zero'],
    ['base_lr: 1 gamma: 0.5 stepsize: -2', '4: 4'],
  ],
  'segnet',
);

rateTable('sigmoid', [['base_lr: 4 gamma: -1 stepsize: 0', '0: 2']], 'rfcn');
