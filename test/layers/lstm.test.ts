/** lstm_layer.cpp: T × N × num_output; weights of four gates from the input, their bias, and from the last step. */
import { layerTable } from '../support/layer-table';

layerTable('LSTM', [
  ['5×2×3, 5×2', 'num_output: 4', '5×2×4 | 16×3, 16, 16×4'],
  ['5×2×3×2, 5×2', 'num_output: 1', '5×2×1 | 4×6, 4, 4×1'],
  ['5×2×3, 5×2, 2×6', 'num_output: 4', '5×2×4 | 16×3, 16, 16×6, 16×4'],
  ['5×2×3, 5×2', 'num_output: 4 expose_hidden: true', '? ! net/bottom-count LSTM ! net/top-count LSTM'],
  ['5×2×3, 5×3', 'num_output: 4', '? | 16×3, 16, 16×4 ! layer/markers-differ b1'],
  ['5×2×3, 5×2', '', '? | ?×3, ?, ?×? ! layer/num-output-missing LSTM'],
]);
