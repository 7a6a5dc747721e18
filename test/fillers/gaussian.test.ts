/** GaussianFiller: N(mean, std²), each value kept with probability sparse / shape[0]. */
import { fillerTable } from '../support/filler-table';

fillerTable('gaussian', [
  ['num_output: 8 kernel_size: 3', '', 'mean 0, std 1'],
  ['num_output: 8 kernel_size: 3', 'mean: 1 std: 0.5', 'mean 1, std 0.5'],
  ['num_output: 8 kernel_size: 3', 'sparse: 2', 'mean 0, std 0.5'],
  ['num_output: 8 kernel_size: 3', 'sparse: 2 mean: 2', 'mean 0.5, std 1'],
  ['num_output: 8 kernel_size: 3', 'sparse: 0', 'mean 0, std 0'],
  ['num_output: 8 kernel_size: 3', 'sparse: -1', 'mean 0, std 1'],
  ['num_output: 8 kernel_size: 3', 'sparse: 9', 'mean 0, std 1.06066 ! filler/sparse-too-large'],
  ['num_output: 8 kernel_size: 3', 'sparse: -2', 'mean 0, std 1 ! filler/sparse-below'],
  ['num_output: 8 kernel_size: 3', 'std: 0', 'mean 0, std 0 ! filler/std-not-positive'],
  ['num_output: 8 kernel_size: 3', 'std: 1 value: 2', 'mean 0, std 1 ! filler/dead-field'],
]);
