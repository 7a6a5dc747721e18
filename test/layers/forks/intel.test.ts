/** Intel's pooling drops what begins behind the image where a window is one place too; Reshape moves channels to the plane. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Pooling',
  [
    ['1×1×5×5', 'kernel_size: 1 stride: 3', '1×1×2×2'],
    ['1×1×5×5', 'kernel_size: 2 stride: 2', '1×1×3×3'],
    ['1×2×4×4×4', 'kernel_size: 2', '?'],
    ['2×3', 'kernel_size: 1', '? ! layer/no-spatial-axes b0'],
  ],
  'intel',
);

layerTable(
  'Reshape',
  [
    ['1×12×2×3', 'pixelshuffler: 2', '1×3×4×6'],
    ['1×10×2×3', 'pixelshuffler: 2', '? ! fork/pixel-shuffle b0'],
    ['2×3', 'shape { dim: 6 }', '6'],
  ],
  'intel',
);

layerTable(
  'PReLU',
  [
    ['1×4×2×8×8', '', '1×4×2×8×8 | 4'],
    ['2×3', '', '2×3 | 3'],
    ['3', '', '? | ? ! layer/no-channels b0'],
  ],
  'intel',
);

layerTable('SoftmaxWithLoss', [['4×5, 4, 4', '', 'scalar']], 'intel');

layerTable('SigmoidCrossEntropyLoss', [['4×3, 4×3, 4×3', '', 'scalar']], 'intel');
