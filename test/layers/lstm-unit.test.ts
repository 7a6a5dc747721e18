/** lstm_unit_layer.cpp: 1 × N × D, four gates of it, and a marker an item. */
import { layerTable } from '../support/layer-table';

layerTable('LSTMUnit', [
  ['1×2×3, 1×2×12, 1×2', '', '1×2×3, 1×2×3'],
  ['1×2×3, 1×2×9, 1×2', '', '?, ? ! layer/unit-gates b1'],
  ['2×2×3, 2×2×12, 2×2', '', '?, ? ! layer/unit-first b0 ! layer/unit-first b1 ! layer/unit-first b2'],
  ['1×2×3, 1×2×12, 1×3', '', '?, ? ! layer/unit-streams b2'],
  ['1×2, 1×2, 1×2', '', '?, ? ! layer/unit-axes b0 ! layer/unit-axes b1'],
]);
