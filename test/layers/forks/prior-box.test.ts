/** prior_box_layer.cpp of SSD: 1 × 2 × H·W·P·4, P = min_sizes · ratios + max_sizes. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'PriorBox',
  [
    ['1×8×3×4, 1×3×30×40', 'min_size: 10', '1×2×48'],
    ['1×8×3×4, 1×3×30×40', 'min_size: 10 aspect_ratio: 2', '1×2×144'],
    ['1×8×3×4, 1×3×30×40', 'min_size: 10 aspect_ratio: 2 flip: false', '1×2×96'],
    ['1×8×3×4, 1×3×30×40', 'min_size: 10 max_size: 20 aspect_ratio: 2 aspect_ratio: 3', '1×2×288'],
    ['1×8×3×4, 1×3×30×40', 'min_size: 10 aspect_ratio: 1', '1×2×48'],
    ['1×8×2×2, 1×3×30×40', 'min_size: 10 min_size: 20 aspect_ratio: 2 flip: false', '1×2×64'],
    ['1×8×3×4, 1×3×30×40', '', '? ! fork/field-missing PriorBox'],
    ['1×8×3×4, 1×3×30×40', 'min_size: 0', '? ! fork/field-bound 0'],
    ['1×8×3×4, 1×3×30×40', 'min_size: 10 max_size: 10', '? ! fork/field-bound 10'],
    ['1×8×3×4, 1×3×30×40', 'min_size: 10 max_size: 20 max_size: 30', '? ! fork/field-count 30'],
    ['1×8×3×4, 1×3×30×40', 'min_size: 10 variance: [1, 1]', '? ! fork/field-count 1'],
    ['1×8×3×4, 1×3×30×40', 'min_size: 10 variance: 0', '? ! fork/field-bound 0'],
    ['1×8×3×4, 1×3×30×40', 'min_size: 10 img_size: 3 img_h: 3', '? ! fork/fields-exclude 3'],
    ['1×8×0×4, 1×3×30×40', 'min_size: 10', '? ! layer/empty-bottom b0'],
  ],
  'ssd',
);
