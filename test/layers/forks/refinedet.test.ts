/** RefineDet: scores and places of the refinement are bottoms too. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'DetectionOutput',
  [
    ['2×8, 2×6, 1×2×8', 'num_classes: 3', '1×1×1×7'],
    ['2×8, 2×6, 1×2×8, 2×4, 2×8', 'num_classes: 3', '1×1×1×7'],
  ],
  'refinedet',
);

layerTable(
  'MultiBoxLoss',
  [
    ['2×8, 2×6, 1×2×8, 1×1×3×8', 'num_classes: 3', 'scalar'],
    ['2×8, 2×6, 1×2×8, 1×1×3×8, 2×4, 2×8', 'num_classes: 3', 'scalar'],
  ],
  'refinedet',
);
