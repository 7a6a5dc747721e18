/** DeePhi's layers, as Vitis AI reads them. */
import { layerTable } from '../../support/layer-table';

layerTable('FixedNeuron', [['2×3×4×5', 'bit_width: 8 fix_info: 8', '2×3×4×5']], 'vitis');
layerTable(
  'DeephiResize',
  [
    ['2×3×4×5', 'scale_h: 2 scale_w: 1.5 resize_type: BILINEAR', '2×3×8×7'],
    ['2×3×4×5', 'new_height: 9 new_width: 10', '2×3×9×10'],
    ['2×3×4×5', 'scale_h: 2', '? ! layer/half-of-pair 2'],
  ],
  'vitis',
);
layerTable(
  'GSTiling',
  [
    ['2×8×4×6', 'stride: 2', '2×32×2×3'],
    ['2×8×4×6', 'stride: 2 reverse: true', '2×2×8×12'],
    ['2×8×4×6', '', '? ! fork/field-bound GSTiling'],
  ],
  'vitis',
);
