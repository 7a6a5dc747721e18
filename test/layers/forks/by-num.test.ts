/** loss_layer.cpp before 2016: losses compare num(), which a scalar has and a blob of five axes has not; an empty axis divides by 0. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'SoftmaxWithLoss',
  [
    ['4×5, 4', '', 'scalar'],
    ['4×5×2×3, 4×2×3', '', 'scalar'],
    ['4×5×1×1×1, 4', '', 'scalar ! layer/legacy-axes b0'],
    ['4×5, 3', '', 'scalar ! layer/first-dimensions-differ b1'],
  ],
  'fast-rcnn',
);

layerTable(
  'EuclideanLoss',
  [
    ['scalar, scalar', '', 'scalar'],
    ['4×3, 4×3', '', 'scalar'],
    ['4×3×1×1×1, 4×3', '', 'scalar ! layer/legacy-axes b0'],
  ],
  'fast-rcnn',
);

layerTable(
  'Convolution',
  [
    ['1×3×4×4', 'num_output: 2 kernel_h: 1 kernel_w: 5 bias_term: false', '1×2×4×0 | 2×3×1×5'],
    ['1×3×4×4', 'num_output: 2 kernel_size: 5 bias_term: false', '? | 2×3×5×5 ! fork/empty-axis y0'],
  ],
  'fast-rcnn',
);
