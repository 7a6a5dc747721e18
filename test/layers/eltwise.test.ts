/** eltwise_layer.cpp: bottoms of one shape; coefficients for sums alone, one a bottom. */
import { layerTable } from '../support/layer-table';

layerTable('Eltwise', [
  ['2×3, 2×3', '', '2×3'],
  ['2×3, 2×3, 2×3', 'operation: MAX', '2×3'],
  ['2×3, 2×3', 'coeff: 1 coeff: -1', '2×3'],
  ['2×3, 2×3', 'operation: PROD', '2×3'],
  ['2×3, 3×2', '', '? ! layer/shapes-differ b1'],
  ['2×3, 2×3', 'coeff: 1', '2×3 ! layer/coefficient-count 1'],
  ['2×3, 2×3', 'operation: PROD coeff: 1 coeff: 2', '2×3 ! layer/product-coefficients 1'],
]);
