/** softmax_loss_ohem_layer.cpp of R-FCN: the probabilities, and the loss of each place. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'SoftmaxWithLossOHEM',
  [
    ['4×5, 4', '', 'scalar'],
    ['4×5, 4', 'top: "a" top: "b" top: "c" loss_weight: [1, 0, 0]', 'scalar, 4×5, 4'],
    ['4×5, 3', '', '? ! layer/first-dimensions-differ b1'],
    ['4×5, 4×2', '', '? ! layer/label-count b1'],
    ['4×5, 4', '', '?, ?, ? ! layer/loss-weights-missing y1'],
  ],
  'rfcn',
);
