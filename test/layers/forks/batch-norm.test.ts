/** batch_norm_layer.cpp of NVIDIA and Intel: a scale and a bias of its own. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'BatchNorm',
  [
    ['2×3×4×5', '', '2×3×4×5 | 3, 3, 1'],
    ['2×3×4×5', 'scale_bias: true', '2×3×4×5 | 3, 3, 1, 3, 3'],
    ['2×3×4×5', 'scale_filler { value: 2 }', '2×3×4×5 | 3, 3, 1, 3, 3'],
    ['2×3', '', '? | 3, 3, 1 ! fork/too-few-axes b0'],
    ['2×3×4×5', 'param { lr_mult: 1 }', '2×3×4×5 | 3, 3, 1'],
  ],
  'nvcaffe',
);

layerTable(
  'BatchNorm',
  [
    ['2×3×4×5', '', '2×3×4×5 | 3, 3, 1'],
    ['2×3×4×5', 'engine: MKL2017', '2×3×4×5 | 3, 3, 1, 3, 3'],
    ['2×3×4×5', 'engine: MKL2017 bias_term: false', '2×3×4×5 | 3, 3, 1, 3'],
    ['2×3×4×5', 'engine: MKLDNN use_weight_bias: false', '2×3×4×5 | 3, 3, 1'],
  ],
  'intel',
);
