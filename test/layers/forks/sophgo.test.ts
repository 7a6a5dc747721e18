/** Layers of Sophgo's Caffe. */
import { layerTable } from '../../support/layer-table';

layerTable('Mish', [['2×3', '', '2×3']], 'sophgo');
layerTable('ReLU6', [['2×3', '', '2×3']], 'sophgo');
layerTable('MatMul', [['4×5, 5×6', 'dim_1: 4 dim_2: 5 dim_3: 6', '4×6']], 'sophgo');
layerTable(
  'Padding',
  [
    ['1×3×4×5', 'pad_t: 1 pad_l: 2 pad_r: 3', '1×3×5×10'],
    ['4', 'pad_t: 1', '? ! fork/too-few-axes b0'],
  ],
  'sophgo',
);
layerTable(
  'Upsample',
  [
    ['1×3×4×5', 'scale: 2', '1×3×8×10'],
    ['1×3×4×5, 1×3×4×5', 'scale_h: 2 scale_w: 3 pad_out_h: true', '1×3×7×15'],
    ['1×3×4×5', 'upsample_h: 9 upsample_w: 11', '1×3×9×11'],
    ['3×4×5', 'scale: 2', '? ! layer/four-axes b0'],
  ],
  'sophgo',
);
layerTable('YoloDetection', [['2×255×13×13, 2×255×26×26', 'keep_topk: 200', '2×1×200×6']], 'sophgo');
layerTable('RetinaFaceDetection', [['2×4×9×9', 'keep_topk: 50', '2×1×50×15']], 'sophgo');
layerTable('FrcnDetection', [['300×84, 300×21, 2×1×300×5', 'keep_topk: 100', '2×1×100×6']], 'sophgo');
layerTable('Proposal', [['2×18×4×5, 2×36×4×5', 'rpn_nms_post_top_n: 100', '2×1×100×5']], 'sophgo');
layerTable('ROIPooling', [['2×9×14×14, 2×1×6×5', 'pooled_h: 7 pooled_w: 5', '12×9×7×5']], 'sophgo');
layerTable('ContinuationIndicator', [['3×4', 'time_step: 26 batch_size: 8', '26×8']], 'sophgo');
