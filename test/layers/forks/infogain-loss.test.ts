/** infogain_loss_layer.cpp before 2017: one label an item without axes, a matrix of 1×1×classes×classes. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'InfogainLoss',
  [
    ['4×5, 4', 'source: "h"', 'scalar'],
    ['4×5, 4, 1×1×5×5', '', 'scalar'],
    ['4×5, 4×2', 'source: "h"', 'scalar ! fork/bottom-size b1'],
    ['4×5, 4, 1×1×4×5', '', 'scalar ! fork/bottom-size b2'],
    ['4×5, 4', '', 'scalar ! layer/infogain-source InfogainLoss'],
    ['4×5×1×1×1, 4', 'source: "h"', 'scalar ! layer/legacy-axes b0'],
    ['4×5, 3', 'source: "h"', 'scalar ! layer/first-dimensions-differ b1'],
  ],
  'ssd',
);
