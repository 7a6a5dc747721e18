/** HiSilicon's Custom: a shape per top. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Custom',
  [
    ['1×3×8×8', 'shape { dim: 1 dim: 5 dim: 8 } shape { dim: 7 }', '1×5×8, 7'],
    ['1×3×8×8', 'type: "mine" shape { dim: 1 dim: 5 }', '1×5'],
    ['1×3×8×8', 'top: "y0" top: "y1" custom_param { shape { dim: 1 } }', '?, ?'],
  ],
  'hisilicon',
);
