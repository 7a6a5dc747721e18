/** resize_layer.cpp of happynear: height × width, or the size times the factors. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Resize',
  [
    ['1×3×4×6', 'height: 8 width: 9', '1×3×8×9'],
    ['1×3×4×6', 'is_pyramid_test: true out_height_scale: 0.6 out_width_scale: 1.5', '1×3×2×9'],
    ['1×3×4×6', 'height: 8', '? ! fork/field-missing resize_param'],
    ['1×3×4×6', 'is_pyramid_test: true height: 8 width: 9', '? ! fork/field-missing resize_param'],
  ],
  'happynear',
);
