/** The layers of caffe_rtpose: maps of the image's size, and their peaks. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'ImResize',
  [
    ['3×57×46×82', 'factor: 8', '1×57×368×656'],
    ['3×57×46×82', 'target_spatial_width: 656', '1×57×368×656'],
  ],
  'rtpose',
);
layerTable('Nms', [['1×57×368×656', 'max_peaks: 64 num_parts: 18', '1×18×65×3']], 'rtpose');
layerTable('Maximum', [['2×57×46×82', '', '2×57×1×3']], 'rtpose');
