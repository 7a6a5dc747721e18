/**
 * In TRAIN, y = 0 with probability p = dropout_ratio, else x / (1 − p); in TEST, y = x. The ratio is only asserted in
 * debug builds, so none is refused: dropout_layer.cpp.
 */
import { elementWise } from './element-wise';

export const dropout = elementWise({
  type: 'Dropout',
  param: 'dropout_param',
  skeleton: { name: 'drop1', body: 'dropout_ratio: ${1:0.5}', inPlace: true },
  summary:
    'In TRAIN sets each value to 0 with probability `dropout_ratio` and scales the others by `1 / (1 − dropout_ratio)`; ' +
    'in TEST passes everything on.',
});
