/** argmax_layer.cpp: N × 1 × top_k without an axis (N × 2 × top_k with out_max_val), else the axis becomes top_k. */
import { layerTable } from '../support/layer-table';

layerTable('ArgMax', [
  ['4×5×2', '', '4×1×1'],
  ['4×5×2×2', 'top_k: 3 out_max_val: true', '4×2×3×1'],
  ['4×5', 'top_k: 3', '4×1×3'],
  ['4×5×2', 'axis: 1 top_k: 3', '4×3×2'],
  ['4×5×2', 'axis: -1 out_max_val: true', '4×5×1'],
  ['4×5', 'top_k: 6', '? ! layer/top-k-too-large 6'],
  ['4×5×2', 'axis: 2 top_k: 3', '? ! layer/top-k-too-large 3'],
  ['4×5', 'top_k: 0', '? ! layer/top-k-below-one 0'],
  ['4×5', 'axis: 2', '? ! layer/axis-out-of-range 2'],
  ['scalar', '', '? ! layer/scalar-bottom b0'],
]);
