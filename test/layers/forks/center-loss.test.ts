/** center_loss_layer.cpp of caffe-face: a centre of as many values as a feature, for each class. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'CenterLoss',
  [
    ['4×3, 4', 'num_output: 10', 'scalar | 10×3'],
    ['4×3×2, 4', 'num_output: 10', 'scalar | 10×6'],
    ['4×3×2, 4', 'num_output: 10 axis: 2', 'scalar | 10×2'],
    ['4×3, 5', 'num_output: 10', '? | 10×3 ! fork/bottoms-differ b1'],
    ['4×3, 4×2', 'num_output: 10', '? | 10×3 ! fork/bottom-size b1'],
    ['4×3, scalar', 'num_output: 10', '? | 10×3 ! layer/scalar-bottom b1'],
    ['4×3, 4', '', '? | 0×3 ! fork/field-bound CenterLoss'],
  ],
  'caffe-face',
);
