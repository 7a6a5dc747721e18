/** Intel's filler.hpp: msra times `scale`; Gabor kernels of four sizes. */
import { fillerTable } from '../../support/filler-table';

fillerTable(
  'msra',
  [
    ['num_output: 8 kernel_size: 3', 'scale: 2', 'mean 0, std 0.3849, n 54'],
    ['num_output: 8 kernel_size: 3', '', 'mean 0, std 0.19245, n 54'],
  ],
  'intel',
);

fillerTable('xavier', [['num_output: 8 kernel_size: 3', '', 'mean 0, std 0.136083, n 54']], 'intel');

fillerTable('gabor', [['num_output: 32 kernel_size: 5', '', ' ! fork/gabor-size']], 'intel');
