/** hinge_loss_layer.cpp: the first dimensions agree, and Forward sees four axes. */
import { layerTable } from '../support/layer-table';

layerTable('HingeLoss', [
  ['4×5, 4', 'norm: L2', 'scalar'],
  ['4×5, 4×7', '', 'scalar'],
  ['4×5, 3', '', 'scalar ! layer/first-dimensions-differ b1'],
  ['4×5×1×1×1, 4', '', 'scalar ! layer/legacy-in-forward b0'],
]);
