/** cudnn_ndconv_layer.cpp and cudnn_ndpooling_layer.cpp of video-caffe. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'NdConvolution',
  [
    [
      '2×3×16×112×112',
      'num_output: 64 kernel_shape { dim: 3 dim: 3 dim: 3 } pad_shape { dim: 1 dim: 1 dim: 1 }',
      '2×64×16×112×112 | 64×3×3×3×3, 64',
    ],
    ['2×4×9×9', 'num_output: 6 group: 2 bias_term: false kernel_shape { dim: 3 dim: 9 }', '2×6×7 | 6×2×3×9'],
    ['2×4×9×9', 'num_output: 6', '? | ?, 6 ! fork/field-missing convolution_param'],
    ['2×4×9×9', 'num_output: 6 kernel_shape { dim: 3 }', '? | 6×4×3, 6 ! fork/field-count { dim: 3 }'],
  ],
  'video-caffe',
);

layerTable(
  'NdPooling',
  [
    ['2×64×16×112×112', 'kernel_shape { dim: 1 dim: 2 dim: 2 } stride_shape { dim: 1 dim: 2 dim: 2 }', '2×64×16×56×56'],
    ['2×64×2×7×7', 'kernel_shape { dim: 2 dim: 2 dim: 2 } stride_shape { dim: 2 dim: 2 dim: 2 }', '2×64×1×4×4'],
    [
      '2×64×2×7×7',
      'kernel_shape { dim: 2 dim: 2 dim: 2 } stride_shape { dim: 2 dim: 2 dim: 2 } pad_shape { dim: 0 dim: 1 dim: 1 }',
      '2×64×1×4×4',
    ],
    ['2×64×2×7×7', 'global_pooling: true', '2×64×1×1×1'],
  ],
  'video-caffe',
);
