/** image_data_layer.cpp: images of new_height × new_width, or as the first is; and their labels. */
import { layerTable } from '../support/layer-table';

layerTable('ImageData', [
  ['', 'source: "x" batch_size: 4 new_height: 5 new_width: 6', '4×3×5×6, 4'],
  ['', 'source: "x" batch_size: 4 new_height: 5 new_width: 6 is_color: false', '4×1×5×6, 4'],
  ['', 'image_data_param { source: "x" batch_size: 4 } transform_param { crop_size: 5 }', '4×3×5×5, 4'],
  ['', 'source: "x" new_height: 5 new_width: 6', '1×3×5×6, 1'],
  ['', 'source: "x" new_height: 5', '1×3×?×?, 1 ! data/unknown-record-shape ImageData ! data/half-of-size 5'],
]);
