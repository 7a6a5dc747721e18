/** DeepLab's layers over score maps and their labels. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'BiasChannel',
  [
    ['2×3×4×5, 2', 'label_type: IMAGE', '2×3×4×5'],
    ['2×3×4×5, 2×1×4×5', 'label_type: PIXEL', '2×3×4×5'],
    ['2×3×4×5, 1', 'label_type: IMAGE', '? ! fork/bottoms-differ b1'],
    ['2×3×4×5, 2×1×4×4', 'label_type: PIXEL', '? ! fork/bottoms-differ b1'],
    ['2×3×4×5, 2', 'label_type: IMAGE bg_bias: -1', '? ! fork/field-bound -1'],
  ],
  'deeplab-v2',
);

layerTable(
  'AdaptiveBiasChannel',
  [
    ['2×3×4×5, 2', 'num_iter: 5', '2×3×4×5'],
    ['2×3×4×5, 2×1×2', 'num_iter: 5', '? ! fork/bottom-size b1'],
    ['2×3×4×5, 2', 'num_iter: 0', '? ! fork/field-bound 0'],
  ],
  'deeplab-v2',
);

layerTable(
  'DomainTransform',
  [
    ['2×3×4×5, 2×1×4×5', '', '2×3×4×5'],
    ['2×3×4×5, 2×2×4×5', '', '? ! fork/bottom-size b1'],
    ['2×3×4×5, 2×1×4×5', 'num_iter: 0', '? ! fork/field-bound 0'],
  ],
  'deeplab-v2',
);

layerTable(
  'SegAccuracy',
  [
    ['2×3×4×5, 2×1×4×5', '', '1×1×1×3'],
    ['2×3×4×5, 2×1×4×4', '', '? ! fork/bottoms-differ b1'],
  ],
  'deeplab-v2',
);

layerTable(
  'SpatialProduct',
  [
    ['2×3×4×5, 2×1×4×5', '', '2×3×4×5'],
    ['2×3×4×5, 2×3×4×5', '', '? ! fork/bottom-size b1'],
  ],
  'deeplab-v2',
);

layerTable(
  'UniqueLabel',
  [
    ['2×1×4×5', 'max_labels: 3', '2×3×1×1'],
    ['2×2×4×5', 'max_labels: 3', '? ! fork/bottom-size b0'],
    ['2×1×4×5', 'max_labels: 1 force_label: 4', '? ! fork/field-bound 1'],
  ],
  'deeplab-v2',
);
