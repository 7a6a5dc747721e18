/** video_data_layer.cpp of C3D and of video-caffe. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'VideoData',
  [
    [
      '',
      'top: "y0" top: "y1" transform_param { crop_size: 112 } video_data_param { source: "list" batch_size: 30 new_length: 16 new_height: 128 new_width: 171 }',
      '30×3×16×112×112, 30',
    ],
    [
      '',
      'top: "y0" top: "y1" video_data_param { source: "list" batch_size: 2 new_length: 16 new_height: 128 new_width: 171 use_multiple_label: true num_of_labels: 4 }',
      '2×3×16×128×171, 2×4',
    ],
  ],
  'c3d',
);

layerTable(
  'VideoData',
  [
    [
      '',
      'top: "y0" top: "y1" video_data_param { source: "list" batch_size: 2 new_length: 8 new_height: 9 new_width: 7 is_color: false }',
      '2×1×8×9×7, 2',
    ],
  ],
  'video-caffe',
);
