/** sigmoid_cross_entropy_loss_layer.cpp: as many values in both bottoms. */
import { layerTable } from '../support/layer-table';

layerTable('SigmoidCrossEntropyLoss', [
  ['4×3, 4×3', '', 'scalar'],
  ['4×3×2, 4×6', '', 'scalar'],
  ['4×3, 4×2', '', 'scalar ! layer/counts-differ b1'],
  ['4×3, 3×4', '', 'scalar ! layer/first-dimensions-differ b1'],
]);
