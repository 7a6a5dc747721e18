/** input_layer.cpp: a shape a top, or one for all. */
import { layerTable } from '../support/layer-table';

layerTable('Input', [
  ['', 'shape { dim: 2 dim: 3 }', '2×3'],
  ['', 'shape { dim: 2 dim: 3 } shape { dim: 4 }', '2×3, 4'],
  ['', 'shape { dim: 2 }', '2, 2'],
  ['', 'shape {}', 'scalar'],
  ['', 'shape { dim: 2 } shape { dim: 3 }', '?, ?, ? ! layer/shape-count shape'],
  ['', 'shape { dim: -2 }', '? ! layer/dim-negative -2'],
]);
