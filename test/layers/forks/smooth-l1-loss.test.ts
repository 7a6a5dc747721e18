/** smooth_L1_loss_layer.cpp: bottoms of one shape; how many a Caffe takes differs. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'SmoothL1Loss',
  [
    ['2×8, 2×8', '', 'scalar'],
    ['2×8, 2×8, 2×8, 2×8', 'sigma: 3', 'scalar'],
    ['2×8, 2×8, 2×8', '', '? ! net/bottom-count b2'],
    ['2×8, 2×7', '', '? ! fork/bottoms-differ b1'],
    ['2×8, 1×8', '', '? ! fork/bottoms-differ b1'],
  ],
  'fast-rcnn',
);

layerTable(
  'SmoothL1Loss',
  [
    ['2×8, 2×8', '', 'scalar'],
    ['scalar, scalar', '', '? ! layer/scalar-bottom b0 ! layer/scalar-bottom b1'],
  ],
  'ssd',
);

layerTable(
  'SmoothL1LossOHEM',
  [
    ['2×8, 2×8', '', 'scalar'],
    ['2×8, 2×8, 2×8', 'top: "a" top: "b" loss_weight: [1, 0]', 'scalar, 2×1×1×1'],
    ['2×8, 2×8, 2×7', '', '? ! fork/bottoms-differ b2'],
  ],
  'rfcn',
);
