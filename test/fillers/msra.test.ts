/** MSRAFiller: N(0, 2/n); n is 6·3·3 = 54 of fan_in, 8·3·3 = 72 of fan_out, 63 on average. */
import { fillerTable } from '../support/filler-table';

fillerTable('msra', [
  ['num_output: 8 kernel_size: 3', '', 'mean 0, std 0.19245, n 54'],
  ['num_output: 8 kernel_size: 3', 'variance_norm: FAN_OUT', 'mean 0, std 0.166667, n 72'],
  ['num_output: 8 kernel_size: 3', 'variance_norm: AVERAGE', 'mean 0, std 0.178174, n 63'],
  ['num_output: 8 kernel_size: 3 group: 2', '', 'mean 0, std 0.272166, n 27'],
  ['num_output: 8 kernel_size: 3', 'sparse: 2', 'mean 0, std 0.19245, n 54 ! filler/sparse-unsupported'],
]);
