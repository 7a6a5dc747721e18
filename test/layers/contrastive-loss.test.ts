/** contrastive_loss_layer.cpp: N × C twice with as many channels, and N × 1. */
import { layerTable } from '../support/layer-table';

layerTable('ContrastiveLoss', [
  ['4×6, 4×6, 4', '', 'scalar'],
  ['4×6, 4×6, 4×1', 'margin: 2', 'scalar'],
  ['4×6, 4×5, 4', '', 'scalar ! layer/channels-differ b1'],
  ['4×6×2, 4×6×1, 4', '', 'scalar ! layer/not-one b0'],
  ['4×6, 4×6, 4×2', '', 'scalar ! layer/not-one b2'],
  ['4×6, 3×6, 4', '', 'scalar ! layer/first-dimensions-differ b1'],
]);
