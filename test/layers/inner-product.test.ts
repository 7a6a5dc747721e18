/** inner_product_layer.cpp: num_output values of all from axis on. */
import { layerTable } from '../support/layer-table';

layerTable('InnerProduct', [
  ['2×3×4×5', 'num_output: 7', '2×7 | 7×60, 7'],
  ['2×3×4×5', 'num_output: 7 axis: 2', '2×3×7 | 7×20, 7'],
  ['2×3×4×5', 'num_output: 7 axis: -1 bias_term: false', '2×3×4×7 | 7×5'],
  ['2×3', 'num_output: 7 transpose: true', '2×7 | 3×7, 7'],
  ['2×3', 'num_output: 7 axis: 2', '? | 7×?, 7 ! layer/axis-out-of-range 2'],
  ['2×3', '', '? | ?×3, ? ! layer/num-output-missing InnerProduct'],
  ['0×3', 'num_output: 7', '? | 7×3, 7 ! layer/empty-bottom b0'],
]);
