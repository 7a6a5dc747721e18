/** XavierFiller: U(−s, s), s = √(3/n), whose spread is 1/√n; n as for msra. */
import { fillerTable } from '../support/filler-table';

fillerTable('xavier', [
  ['num_output: 8 kernel_size: 3', '', 'mean 0, std 0.136083, n 54'],
  ['num_output: 8 kernel_size: 3', 'variance_norm: FAN_OUT', 'mean 0, std 0.117851, n 72'],
  ['num_output: 8 kernel_size: 3', 'variance_norm: AVERAGE', 'mean 0, std 0.125988, n 63'],
  ['num_output: 8 kernel_size: 3 group: 2', 'variance_norm: FAN_OUT', 'mean 0, std 0.117851, n 72'],
  ['num_output: 8 kernel_size: 3', 'sparse: 2', 'mean 0, std 0.136083, n 54 ! filler/sparse-unsupported'],
  [
    'num_output: 8 kernel_size: 3',
    'std: 0.1 value: 3',
    'mean 0, std 0.136083, n 54 ! filler/dead-field ! filler/dead-field',
  ],
]);
