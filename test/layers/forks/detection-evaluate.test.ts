/** detection_evaluate_layer.cpp of SSD: a row a class, without the background, and one a detection. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'DetectionEvaluate',
  [
    ['1×1×9×7, 1×1×4×8', 'num_classes: 21 background_label_id: 0', '1×1×29×5'],
    ['1×1×9×6, 1×1×4×8', 'num_classes: 21', '? ! fork/bottom-size b0'],
    ['1×1×9×7, 1×1×4×7', 'num_classes: 21', '? ! fork/bottom-size b1'],
    ['1×1×9×7, 1×1×4×8', 'overlap_threshold: 0 num_classes: 21', '? ! fork/field-bound 0'],
    ['1×1×9×7, 1×1×4×8', '', '? ! fork/field-missing DetectionEvaluate'],
  ],
  'ssd',
);
