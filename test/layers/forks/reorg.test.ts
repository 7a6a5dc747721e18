/** reorg_layer.cpp of Intel's: blocks of stride × stride become channels. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Reorg',
  [
    ['1×3×4×6', 'stride: 2', '1×12×2×3'],
    ['1×12×2×3', 'stride: 2 reverse: true', '1×3×4×6'],
    ['1×3×5×7', 'stride: 2', '1×12×2×3'],
    ['1×3×4×6', '', '? ! fork/field-missing Reorg'],
    ['1×3×4×6', 'top: "b0" reorg_param { stride: 2 }', '? ! layer/in-place b0'],
    ['1×3×4×6×1', 'stride: 2', '? ! layer/legacy-axes b0'],
  ],
  'intel',
);
