/** The layers of crnn.caffe, and the CTC loss of caffe_ocr. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'ContinuationIndicator',
  [
    ['', 'time_step: 26 batch_size: 8', '26×8'],
    ['', 'time_step: 26', '? ! fork/field-bound continuation_indicator_param'],
  ],
  'crnn',
);

layerTable(
  'CtcLoss',
  [
    ['26×8×37, 8×5', 'alphabet_size: 37 time_step: 26', 'scalar'],
    ['26×8×37, 9×5', 'alphabet_size: 37 time_step: 26', '? ! fork/bottoms-differ b1'],
    ['26×8×37, 8×5', 'time_step: 26', '? ! fork/field-bound ctc_loss_param'],
  ],
  'crnn',
);

layerTable('LabelsequenceAccuracy', [['26×8×37, 8×5', '', 'scalar']], 'crnn');

layerTable('WarpCTCLoss', [['26×8×37, 8×5', '', 'scalar']], 'caffe-ocr');
