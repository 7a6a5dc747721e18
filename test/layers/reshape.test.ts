/** reshape_layer.cpp: 0 copies, −1 is what is left; the count stays. */
import { layerTable } from '../support/layer-table';

layerTable('Reshape', [
  ['2×3×4×5', 'shape { dim: 0 dim: -1 }', '2×60'],
  ['2×3×4×5', 'shape { dim: 6 dim: 20 }', '6×20'],
  ['2×3×4×5', 'shape { dim: 2 dim: -1 } axis: 1 num_axes: 2', '2×2×6×5'],
  ['2×3', 'shape { dim: 1 } axis: -1', '2×3×1'],
  ['2×3', 'shape { dim: 5 }', '? ! layer/reshape-count 5'],
  ['2×3', 'shape { dim: 4 dim: -1 }', '? ! layer/reshape-indivisible -1'],
  ['2×3', 'shape { dim: -1 dim: -1 }', '? ! layer/reshape-two-inferred -1'],
  ['2×3', 'shape { dim: -2 }', '? ! layer/reshape-negative -2'],
  ['2×3', 'shape { dim: 0 dim: 0 dim: 0 }', '? ! layer/reshape-copy 0'],
  ['2×3', 'shape { dim: 6 } axis: 3', '? ! layer/reshape-axis 3'],
]);
