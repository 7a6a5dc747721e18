/** lstm_layer.cpp of caffe-lstm, over T·N items, and of CTPN, over T × N. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Lstm',
  [
    ['12×8', 'num_output: 5 batch_size: 4', '12×5 | 20×8, 20×5, 20'],
    ['12×2×4, 12×1', 'num_output: 5 batch_size: 3', '12×5 | 20×8, 20×5, 20'],
    ['12×8', 'num_output: 5 batch_size: 5', '? | 20×8, 20×5, 20 ! fork/bottom-size b0'],
    ['12×8', 'num_output: 0', '? | 0×8, 0×0, 0 ! fork/field-bound 0'],
  ],
  'caffe-lstm',
);

layerTable(
  'Lstm',
  [
    ['7×3×2×4', 'num_output: 5', '7×3×5 | 20×8, 20×5, 20'],
    ['7', 'num_output: 5', '? | 20×1, 20×5, 20 ! fork/too-few-axes b0'],
  ],
  'ctpn',
);
