/** multinomial_logistic_loss_layer.cpp: the first dimensions agree, and labels are N × 1. */
import { layerTable } from '../support/layer-table';

layerTable('MultinomialLogisticLoss', [
  ['4×5, 4', '', 'scalar'],
  ['4×5, 4×1×1×1', '', 'scalar'],
  ['4×5, 3', '', 'scalar ! layer/first-dimensions-differ b1'],
  ['4×5, 4×2', '', 'scalar ! layer/not-one b1'],
]);
