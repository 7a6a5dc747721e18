/** convolution3d_layer.cpp, deconvolution3d_layer.cpp and pool3d_layer.cpp of C3D v1.1. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Convolution3D',
  [
    [
      '2×3×16×112×112',
      'num_output: 64 kernel_size: 3 kernel_depth: 3 pad: 1 temporal_pad: 1',
      '2×64×16×112×112 | 64×3×3×3×3, 1×1×1×1×64',
    ],
    [
      '2×3×16×11×12',
      'num_output: 4 kernel_size: 3 kernel_depth: 2 stride: 2 temporal_stride: 3 bias_term: false',
      '2×4×5×5×5 | 4×3×2×3×3',
    ],
    ['2×3×16×11', 'num_output: 4 kernel_size: 3', '? | 4×3×0×3×3, 1×1×1×1×4 ! fork/too-few-axes b0'],
    [
      '2×3×16×11×12',
      'kernel_size: 3 kernel_depth: 2',
      '? | 0×3×2×3×3, 1×1×1×1×0 ! fork/field-bound convolution3d_param',
    ],
  ],
  'c3d',
);

layerTable(
  'Deconvolution3D',
  [
    [
      '2×256×7×8×8',
      'num_output: 128 kernel_size: 2 kernel_depth: 2 stride: 2 temporal_stride: 2',
      '2×128×14×16×16 | 256×128×2×2×2, 1×1×1×1×128',
    ],
  ],
  'c3d',
);

layerTable(
  'Pooling3D',
  [
    ['2×64×16×112×112', 'pool: MAX kernel_size: 2 kernel_depth: 1 stride: 2 temporal_stride: 1', '2×64×16×56×56'],
    ['2×64×5×7×8', 'kernel_size: 2 kernel_depth: 2 stride: 2 temporal_stride: 2', '2×64×3×4×4'],
    ['2×64×5×7×8', 'pool: AVE kernel_size: 3 kernel_depth: 1 pad: 1', '2×64×5×7×8'],
    ['2×64×5×7×8', 'kernel_size: 3 kernel_depth: 1 pad: 1', '? ! fork/field-bound 1'],
  ],
  'c3d',
);
