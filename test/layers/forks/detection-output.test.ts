/** detection_output_layer.cpp of SSD: 1×1×1×7 at set-up; places and scores for each default box. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'DetectionOutput',
  [
    ['2×8, 2×6, 1×2×8', 'num_classes: 3', '1×1×1×7'],
    ['2×24, 2×6, 1×2×8', 'num_classes: 3 share_location: false', '1×1×1×7'],
    ['2×8, 2×7, 1×2×8', 'num_classes: 3', '? ! fork/bottom-size b1'],
    ['2×12, 2×6, 1×2×8', 'num_classes: 3', '? ! fork/bottom-size b0'],
    ['2×8, 1×6, 1×2×8', 'num_classes: 3', '? ! fork/bottoms-differ b1'],
    ['2×8, 2×6, 1×2×8', 'num_classes: 3 nms_param { eta: 0 }', '? ! fork/field-bound 0'],
    ['2×8, 2×6, 1×2×8', 'num_classes: 3 nms_param { nms_threshold: -1 }', '? ! fork/field-bound -1'],
    ['2×8, 2×6, 1×2×8', '', '? ! fork/field-missing DetectionOutput'],
  ],
  'ssd',
);
