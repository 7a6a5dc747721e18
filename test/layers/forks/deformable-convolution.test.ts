/** deformable_conv_layer.cpp: Convolution of the first bottom; the second has the offsets. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'DeformableConvolution',
  [
    [
      '2×64×14×14, 2×72×14×14',
      'num_output: 32 kernel_size: 3 pad: 1 group: 1 deformable_group: 4',
      '2×32×14×14 | 32×64×3×3, 32',
    ],
    ['2×64×14×14', 'num_output: 32 kernel_size: 3', '? ! net/bottom-count DeformableConvolution'],
  ],
  'frcnn',
);
