/** euclidean_loss_layer.cpp: as many items, and as many values an item. */
import { layerTable } from '../support/layer-table';

layerTable('EuclideanLoss', [
  ['4×3×2, 4×6', '', 'scalar'],
  ['4×3, 4×2', '', 'scalar ! layer/item-counts-differ b1'],
  ['4×3, 3×3', '', 'scalar ! layer/first-dimensions-differ b1'],
  ['4×3, 4×3', 'top: "b0"', 'scalar ! layer/in-place b0'],
]);
