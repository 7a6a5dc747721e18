/** image_labelmap_data_layer.cpp of HED, auto_crop_layer.cpp of RCF. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'ImageLabelmapData',
  [
    [
      '',
      'top: "y0" top: "y1" image_data_param { source: "list" batch_size: 2 new_height: 9 new_width: 8 }',
      '2×3×9×8, 2×1×9×8',
    ],
    [
      '',
      'top: "y0" top: "y1" transform_param { crop_size: 5 } image_data_param { source: "list" batch_size: 2 is_color: false }',
      '2×1×5×5, 2×1×5×5',
    ],
  ],
  'hed',
);
layerTable('AutoCrop', [['2×3×20×30, 2×5×8×9', '', '2×3×8×9']], 'hed');
