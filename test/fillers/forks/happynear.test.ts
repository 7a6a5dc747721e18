/** happynear's filler.hpp: msra for leaky ReLUs, N(0, 2/n/(1 + α²)); rows of length 1; ones on the diagonal. */
import { fillerTable } from '../../support/filler-table';

fillerTable(
  'msra',
  [
    ['num_output: 8 kernel_size: 3', '', 'mean 0, std 0.19245, n 54'],
    ['num_output: 8 kernel_size: 3', 'alpha: 0.5', 'mean 0, std 0.172133, n 54'],
    ['num_output: 8 kernel_size: 3', 'alpha: 1 variance_norm: FAN_OUT', 'mean 0, std 0.117851, n 72'],
  ],
  'happynear',
);

fillerTable(
  'gaussian_unitball',
  [
    ['num_output: 8 kernel_size: 3', '', 'mean 0, std 0.136083, n 54'],
    ['num_output: 8 kernel_size: 3', 'sparse: 1', 'mean 0, std 0.136083, n 54 ! filler/sparse-unsupported'],
  ],
  'happynear',
);

fillerTable(
  'identity',
  [
    ['num_output: 6 kernel_size: 1', '', 'mean 0.166667, std 0.372678'],
    ['num_output: 8 kernel_size: 1', '', 'mean 0.166667, std 0.372678 ! fork/filler-fans-differ'],
  ],
  'happynear',
);
