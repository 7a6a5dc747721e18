/** axpy_layer.cpp of SENet: a factor a channel, then two of one shape. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Axpy',
  [
    ['2×3, 2×3×4×5, 2×3×4×5', '', '2×3×4×5'],
    ['2×3×1×1, 2×3×4×5, 2×3×4×5', '', '2×3×4×5'],
    ['2×4, 2×3×4×5, 2×3×4×5', '', '? ! fork/bottoms-differ b0'],
    ['1×3, 2×3×4×5, 2×3×4×5', '', '? ! fork/bottoms-differ b0'],
    ['2×3×4×5, 2×3×4×5, 2×3×4×5', '', '? ! fork/bottom-size b0'],
    ['2×3, 2×3×4×5, 2×3×5×4', '', '? ! layer/shapes-differ b2'],
    ['2, 2×3, 2×3', '', '? ! layer/no-channels b0'],
  ],
  'senet',
);
