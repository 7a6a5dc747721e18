/** Margins and losses of SphereFace and SeqFace. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'MarginInnerProduct',
  [
    ['8×512, 8', 'num_output: 100', '8×100, 1 | 100×512'],
    ['8×16×2×2, 8', 'num_output: 100', '8×100 | 100×64'],
    ['8×512, 9', 'num_output: 100', '? | 100×512 ! fork/bottoms-differ b1'],
  ],
  'sphereface',
);

layerTable(
  'TripletLoss',
  [
    ['8×16, 8×16, 8×16, 8', '', 'scalar'],
    ['8×16, 8×17, 8×17, 8', '', '? ! fork/bottoms-differ b1'],
    ['8×16×2, 8×16×2, 8×16×2, 8', '', '? ! fork/bottom-size b0 ! fork/bottom-size b1 ! fork/bottom-size b2'],
  ],
  'seqface',
);

layerTable('FocalLoss', [['8×16, 8×16', '', 'scalar']], 'seqface');

layerTable('L2Normalize', [['8×16×2×2', '', '8×16×2×2']], 'c3d');

layerTable(
  'TripletLoss',
  [
    ['8×16, 8×16, 8×16', '', 'scalar'],
    ['8×16, 8×16, 8×17', '', '? ! fork/bottoms-differ b2'],
  ],
  'happynear',
);

layerTable(
  'FocalLoss',
  [
    ['8×16, 8', '', 'scalar'],
    ['8×16, 8', 'top: "y0" top: "y1" loss_weight: 1 loss_weight: 0', 'scalar, 8×16'],
  ],
  'happynear',
);

layerTable('LabelSpecificAdd', [['8×16, 8', 'bias: -0.35', '8×16, 1']], 'happynear');
layerTable('MarginInnerProduct', [['8×512, 8', 'num_output: 100', '8×100 | 100×512']], 'happynear');
layerTable('Truncation', [['8×16', '', '8×16']], 'happynear');
