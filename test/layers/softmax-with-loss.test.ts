/** softmax_loss_layer.cpp: a label for each place around the class axis; a second top has the probabilities. */
import { layerTable } from '../support/layer-table';

layerTable('SoftmaxWithLoss', [
  ['4×5, 4', '', 'scalar'],
  ['4×5×2×3, 4×1×2×3', '', 'scalar'],
  ['2×3×5, 6', 'softmax_param { axis: 2 }', 'scalar ! layer/first-dimensions-differ b1'],
  ['2×3×5, 2×3', 'softmax_param { axis: 2 }', 'scalar'],
  ['4×5, 4×2', '', 'scalar ! layer/label-count b1'],
  ['4×5, 4', 'softmax_param { axis: 2 }', 'scalar ! layer/axis-out-of-range 2'],
]);
