/** accuracy_layer.cpp: one value; a second top has one a class. A label for each place around the class axis. */
import { layerTable } from '../support/layer-table';

layerTable('Accuracy', [
  ['4×5, 4', '', 'scalar'],
  ['4×5×2×3, 4×2×3', 'top_k: 5', 'scalar'],
  ['4×5×2×3, 24', '', 'scalar'],
  ['4×5, 4', '', 'scalar, 5'],
  ['2×3×5, 6', 'axis: -1', 'scalar, 5'],
  ['4×5, 4', 'top_k: 6', 'scalar ! layer/top-k-too-large 6'],
  ['4×5, 4', 'top_k: 4294967295', 'scalar'],
  ['4×5, 3', '', 'scalar ! layer/label-count b1'],
  ['4×5, 4', 'axis: 2', 'scalar ! layer/axis-out-of-range 2'],
  ['0×3, 0', '', 'scalar ! layer/no-labels b1'],
  ['4×5, 4', 'top: "b0" top: "y"', 'scalar, 5 ! layer/in-place b0'],
  ['4×5, 4', 'top: "b0"', 'scalar'],
]);
