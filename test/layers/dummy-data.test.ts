/** dummy_data_layer.cpp: a shape a top, or one for all; before it, four sizes a top. */
import { layerTable } from '../support/layer-table';

layerTable('DummyData', [
  ['', 'shape { dim: 2 dim: 3 }', '2×3'],
  ['', 'shape { dim: 2 dim: 3 } shape { dim: 4 }', '2×3, 4'],
  ['', 'shape { dim: 2 }', '2, 2'],
  ['', 'num: 1 channels: 2 height: 3 width: 4', '1×2×3×4'],
  ['', 'num: 1 num: 5 channels: 2 height: 3 width: 4 channels: 6 height: 7 width: 8', '1×2×3×4, 5×6×7×8'],
  ['', 'shape { dim: 2 } shape { dim: 3 }', '?, ?, ? ! layer/dummy-shape-count shape'],
  ['', 'shape { dim: 2 } num: 1', '? ! layer/shape-and-legacy shape'],
  ['', 'shape { dim: 2 } data_filler {} data_filler {}', '? ! layer/filler-count data_filler'],
]);
