/** roi_pooling_layer.cpp of Fast R-CNN: a region, all channels, pooled_h × pooled_w. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'ROIPooling',
  [
    ['1×8×20×20, 6×5', 'pooled_h: 6 pooled_w: 7', '6×8×6×7'],
    ['1×8×20×20, 6×5', 'pooled_h: 0 pooled_w: 7', '? ! fork/field-bound 0'],
    ['1×8×20×20×1, 6×5', 'pooled_h: 6 pooled_w: 7', '? ! layer/legacy-axes b0'],
  ],
  'fast-rcnn',
);

layerTable(
  'ROIPooling',
  [
    ['1×8×20×20, 6×5', 'pooled_size: 6', '6×8×6×6'],
    ['1×8×20×20, 6×5', 'pooled_size: 6 pooled_size: 7', '6×8×6×7'],
    ['1×8×20×20, 6×5', 'pooled_size: [6, 7, 8]', '? ! fork/field-count 8'],
    ['1×8×20, 6×5', 'pooled_size: 6', '? ! layer/four-axes b0'],
  ],
  'intel',
);

layerTable('ROIAlign', [['1×8×20×20, 6×5', 'pooled_h: 6 pooled_w: 7', '6×8×6×7']], 'mobile');
