/** image_seg_data_layer.cpp of PSPNet: cropped, or of the image's own size. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'ImageSegData',
  [
    [
      '',
      'top: "y0" top: "y1" top: "y2" transform_param { crop_size: 473 } image_data_param { source: "list" batch_size: 16 }',
      '16×3×473×473, 16×1×473×473, 16×1×1×2',
    ],
    [
      '',
      'top: "y0" top: "y1" top: "y2" image_data_param { source: "list" batch_size: 2 new_height: 9 new_width: 8 is_color: false }',
      '2×1×9×8, 2×1×9×8, 2×1×1×2',
    ],
    [
      '',
      'top: "y0" top: "y1" top: "y2" image_data_param { source: "list" batch_size: 2 }',
      '2×3×?×?, 2×1×?×?, 2×1×1×2',
    ],
  ],
  'pspnet',
);
