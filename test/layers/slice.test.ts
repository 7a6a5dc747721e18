/** slice_layer.cpp: cuts at the points, or into equal parts. */
import { layerTable } from '../support/layer-table';

layerTable('Slice', [
  ['2×6×4', '', '2×3×4, 2×3×4'],
  ['2×6×4', 'slice_point: 1 slice_point: 3', '2×1×4, 2×2×4, 2×3×4'],
  ['2×6×4', 'axis: -1 slice_point: 1', '2×6×1, 2×6×3'],
  ['6×4', 'slice_dim: 0', '2×4, 2×4, 2×4'],
  ['2×6', '', '2×6'],
  ['2×6', '', '?, ?, ?, ? ! layer/slice-uneven y3'],
  ['2×6', 'slice_point: 3 slice_point: 3', '?, ?, ? ! layer/slice-point-order 3'],
  ['2×6', 'slice_point: 6', '2×6, 2×0'],
  ['2×6', 'slice_point: 2', '?, ?, ? ! layer/slice-point-count 2'],
  ['2×6', 'axis: 2', '?, ? ! layer/axis-out-of-range 2'],
]);
