/** interp_layer.cpp of PSPNet: (in − 1)/shrink + 1, in + (in − 1)·(zoom − 1), or height × width, after the cut. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Interp',
  [
    ['1×2×9×17', 'zoom_factor: 2', '1×2×17×33'],
    ['1×2×9×17', 'shrink_factor: 2', '1×2×5×9'],
    ['1×2×9×17', 'height: 30 width: 40', '1×2×30×40'],
    ['1×2×9×17', 'zoom_factor: 3 shrink_factor: 2', '1×2×13×25'],
    ['1×2×9×17', 'zoom_factor: 2 pad_beg: -1 pad_end: -1', '1×2×13×29'],
    ['1×2×9×17', '', '? ! fork/interp-size Interp'],
    ['1×2×9×17', 'pad_beg: 1 zoom_factor: 2', '? ! fork/field-bound 1'],
    ['1×2×9×17', 'zoom_factor: 0', '? ! fork/field-bound 0'],
    ['1×2×9×17', 'height: 0 width: 4', '? ! fork/field-bound 0'],
    ['1×2×3×17', 'zoom_factor: 2 pad_beg: -3', '? ! fork/field-bound interp_param'],
  ],
  'pspnet',
);

layerTable(
  'Interp',
  [
    ['1×2×9×17, 1×5×6×7', 'use_blob_size: true', '1×2×6×7'],
    ['1×2×9×17', 'zoom_factor: 2', '1×2×17×33'],
  ],
  'soeaver',
);
