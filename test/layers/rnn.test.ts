/** rnn_layer.cpp: T × N × num_output; weights from the input, the last step, and to the output. */
import { layerTable } from '../support/layer-table';

layerTable('RNN', [
  ['5×2×3, 5×2', 'num_output: 4', '5×2×4 | 4×3, 4, 4×4, 4×4, 4'],
  ['5×2×3, 5×3', 'num_output: 4', '? | 4×3, 4, 4×4, 4×4, 4 ! layer/markers-differ b1'],
  ['5×2×3, 5×2', '', '? | ?×3, ?, ?×?, ?×?, ? ! layer/num-output-missing RNN'],
]);
