/** UniformFiller: U(min, max), whose spread is (max − min)/√12. */
import { fillerTable } from '../support/filler-table';

fillerTable('uniform', [
  ['num_output: 8 kernel_size: 3', '', 'mean 0.5, std 0.288675'],
  ['num_output: 8 kernel_size: 3', 'min: -1', 'mean 0, std 0.57735'],
  ['num_output: 8 kernel_size: 3', 'min: 1 max: 1', 'mean 1, std 0'],
  ['num_output: 8 kernel_size: 3', 'min: 2', 'mean 1.5, std -0.288675 ! filler/range-reversed'],
  ['num_output: 8 kernel_size: 3', 'sparse: 2', 'mean 0.5, std 0.288675 ! filler/sparse-unsupported'],
]);
