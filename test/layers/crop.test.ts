/** crop_layer.cpp: from axis on the sizes of the second bottom, offset + size within the first. */
import { layerTable } from '../support/layer-table';

layerTable('Crop', [
  ['1×3×10×10, 1×2×6×7', 'offset: 2', '1×3×6×7'],
  ['1×3×10×10, 1×2×6×7', 'axis: 1 offset: 1 offset: 2 offset: 3', '1×2×6×7'],
  ['1×3×10×10, 1×2×6×7', '', '1×3×6×7'],
  ['1×3×10×10, 1×2×6×7', 'axis: -1', '1×3×10×7'],
  ['1×3×10×10, 1×2×6×7', 'offset: 5', '? ! layer/crop-out-of-bounds 5'],
  ['1×3×10×10, 1×2×6×7', 'axis: 1 offset: 1 offset: 1', '? ! layer/crop-offset-count 1'],
  ['1×3×10×10, 1×2×6', '', '? ! layer/crop-axes b1'],
]);
