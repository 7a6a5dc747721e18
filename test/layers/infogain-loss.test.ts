/** infogain_loss_layer.cpp: a matrix of classes × classes from a file or the third bottom. */
import { layerTable } from '../support/layer-table';

layerTable('InfogainLoss', [
  ['4×5, 4', 'source: "h"', 'scalar'],
  ['4×5, 4, 1×1×5×5', '', 'scalar'],
  ['4×5×2, 4×2', 'source: "h"', 'scalar'],
  ['4×5, 4', '', 'scalar ! layer/infogain-source InfogainLoss'],
  ['4×5, 4, 1×1×4×4', '', 'scalar ! layer/infogain-matrix b2'],
  ['4×5, 4×2', 'source: "h"', 'scalar ! layer/label-count b1'],
]);
