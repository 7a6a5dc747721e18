/** st_layer.cpp: the map's size or output_H × output_W, and six values of θ together. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'SpatialTransformer',
  [
    ['2×3×28×28, 2×6', '', '2×3×28×28'],
    ['2×3×28×28, 2×6', 'output_H: 14 output_W: 9', '2×3×14×9'],
    ['2×3×28×28, 2×4', 'theta_1_2: 0 theta_2_1: 0', '2×3×28×28'],
    ['2×3×28×28, 2×4', '', '? ! fork/bottom-size b1'],
    ['2×3×28×28, 3×6', '', '? ! fork/bottoms-differ b1'],
  ],
  'caffe-plus',
);
