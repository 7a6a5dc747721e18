/** BilinearFiller: (1 − |x/f − c|)(1 − |y/f − c|), f = ⌈k/2⌉, c = (k − 1)/(2f). Of k = 4 one axis is 1/4, 3/4, 3/4, 1/4: mean 1/2, mean square 5/16; of k = 3 it is 1/2, 1, 1/2: mean 2/3, mean square 1/2. */
import { fillerTable } from '../support/filler-table';

fillerTable('bilinear', [
  ['num_output: 8 kernel_size: 4', '', 'mean 0.25, std 0.1875'],
  ['num_output: 8 kernel_size: 3', '', 'mean 0.444444, std 0.229061'],
  ['num_output: 8 kernel_size: 1', '', 'mean 1, std 0'],
  ['num_output: 8 kernel_h: 3 kernel_w: 2', '', ' ! filler/bilinear-not-square'],
  ['num_output: 8 kernel_size: 3', 'sparse: 2', 'mean 0.444444, std 0.229061 ! filler/sparse-unsupported'],
]);
