/** upsample_layer.cpp of MobileNet-YOLO: the last two axes times scale. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Upsample',
  [
    ['1×256×13×13', 'scale: 2', '1×256×26×26'],
    ['2×3×4', 'scale: 3', '2×9×12'],
    ['1×2×3×4', '', '1×2×3×4'],
    ['3', 'scale: 2', '? ! fork/too-few-axes b0'],
    ['1×2×3×4, 1×2×3×4', 'scale: 2', '? ! net/bottom-count b1'],
  ],
  'yolo',
);
