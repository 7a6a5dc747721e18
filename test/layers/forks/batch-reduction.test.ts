/** batch_reduction_layer.cpp of TSN: one value a level, whose squares are the axis together; a single level takes the axis away. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'BatchReduction',
  [
    ['6×3×4', 'batch_reduction_param { reduction_param { axis: 0 } }', '3×4'],
    ['2×9×3', 'batch_reduction_param { reduction_param { axis: 1 } }', '2×3'],
    ['2×5×3', 'batch_reduction_param { level: 1 level: 2 reduction_param { axis: 1 } }', '2×2×3'],
    ['2×4×3', 'batch_reduction_param { level: 2 reduction_param { axis: 1 } }', '2×1×3'],
    ['2×4×3×5', 'batch_reduction_param { pos: true reduction_param { axis: 1 } }', '2×5'],
    ['2×6×3', 'batch_reduction_param { level: 1 level: 2 reduction_param { axis: 1 } }', '? ! fork/reduction-size 2'],
    [
      '2×5×3',
      'batch_reduction_param { level: 1 level: 2 pos: true reduction_param { axis: 1 } }',
      '? ! fork/field-contradicts true',
    ],
    ['2×5×3', 'batch_reduction_param { reduction_param { axis: 1 operation: ASUM } }', '? ! fork/not-implemented ASUM'],
    ['2×5', 'batch_reduction_param { pos: true reduction_param { axis: 1 } }', '? ! fork/field-bound 1'],
    [
      '2×5×3',
      'batch_reduction_param { level: 1 level: 2 reduction_param { axis: 1 operation: TOPK } }',
      '? ! fork/field-count 2',
    ],
    ['2×5', 'batch_reduction_param { reduction_param { axis: 2 } }', '? ! layer/axis-out-of-range 2'],
  ],
  'tsn',
);
