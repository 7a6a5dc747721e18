/** ConstantFiller: every value is `value`. */
import { fillerTable } from '../support/filler-table';

fillerTable('constant', [
  ['num_output: 8 kernel_size: 3', '', 'mean 0, std 0'],
  ['num_output: 8 kernel_size: 3', 'value: 2.5', 'mean 2.5, std 0'],
  ['num_output: 8 kernel_size: 3', 'sparse: 0', 'mean 0, std 0 ! filler/sparse-unsupported'],
  ['num_output: 8 kernel_size: 3', 'value: 1 std: 3', 'mean 1, std 0 ! filler/dead-field'],
]);
