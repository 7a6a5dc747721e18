/** largemargin_inner_product_layer.cpp of happynear: InnerProduct without bias; a second top has lambda. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'LargeMarginInnerProduct',
  [
    ['4×3×2, 4', 'num_output: 10', '4×10 | 10×6'],
    ['4×3, 4', 'num_output: 10', '4×10, 1 | 10×3'],
    ['4×3, 4, 7×3', '', '4×7'],
    ['4×3, 5', 'num_output: 10', '? | 10×3 ! fork/bottoms-differ b1'],
    ['4×3, 4', '', '? | 0×3 ! fork/field-bound LargeMarginInnerProduct'],
  ],
  'happynear',
);
