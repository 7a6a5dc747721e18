/** eval_detection_layer.cpp of Intel's: side² · num_object · 5 a row, or 4 of each and the classes with true boxes. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'EvalDetection',
  [
    ['2×2450', 'num_class: 20 num_object: 2 side: 7', '2×490'],
    ['2×50', 'num_class: 20 num_object: 2 side: 1', '2×10'],
    ['2×49', 'num_class: 20 num_object: 2 side: 1', '? ! fork/bottom-size b0'],
  ],
  'intel',
);
