/** relu6_layer.cpp, selu_layer.cpp: the shape of the bottom, in its place too. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'ReLU6',
  [
    ['2×3×4×5', '', '2×3×4×5'],
    ['2×3', 'top: "b0"', '2×3'],
  ],
  'mobile',
);

layerTable(
  'SeLu',
  [
    ['2×3×4×5', '', '2×3×4×5'],
    ['2×3', 'top: "b0"', '2×3'],
  ],
  'soeaver',
);
