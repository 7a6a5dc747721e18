/** BilinearFiller of forks: c = (2f − 1 − f mod 2)/(2f). Of k = 3, c = 3/4: one axis is 1/4, 3/4, 3/4, mean 7/12. */
import { fillerTable } from '../../support/filler-table';

fillerTable(
  'bilinear',
  [
    ['num_output: 8 kernel_size: 4', '', 'mean 0.25, std 0.1875'],
    ['num_output: 8 kernel_size: 3', '', 'mean 0.340278, std 0.202225'],
  ],
  'ssd',
);

fillerTable('bilinear', [['num_output: 8 kernel_size: 4', '', 'mean 0.25, std 0.1875']], 'nvcaffe');
