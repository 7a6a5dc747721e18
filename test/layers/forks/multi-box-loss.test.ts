/** multibox_loss_layer.cpp of SSD: places and scores for each default box. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'MultiBoxLoss',
  [
    ['2×8, 2×6, 1×2×8, 1×1×3×8', 'num_classes: 3', 'scalar'],
    ['2×24, 2×6, 1×2×8, 1×1×3×8', 'num_classes: 3 share_location: false mining_type: NONE', 'scalar'],
    ['2×8, 2×5, 1×2×8, 1×1×3×8', 'num_classes: 3', '? ! fork/bottom-size b1'],
    ['2×8, 1×6, 1×2×8, 1×1×3×8', 'num_classes: 3', '? ! fork/bottoms-differ b1'],
    ['2×8, 2×6, 1×2×8, 1×1×3×8', 'num_classes: 3 background_label_id: 3', '? ! fork/field-bound 3'],
    ['2×8, 2×6, 1×2×8, 1×1×3×8', 'num_classes: 3 share_location: false', '? ! fork/field-contradicts false'],
    ['2×8, 2×6, 1×2×8, 1×1×3×8', 'num_classes: 3 do_neg_mining: false', '? ! fork/field-contradicts false'],
    ['2×8, 2×6, 1×2×8, 1×1×3×8', '', '? ! fork/field-missing MultiBoxLoss'],
  ],
  'ssd',
);
