/** psroi_pooling_layer.cpp of R-FCN: output_dim · group_size² channels become R × output_dim × group_size². */
import { layerTable } from '../../support/layer-table';

layerTable(
  'PSROIPooling',
  [
    ['1×18×9×9, 6×5', 'spatial_scale: 0.5 output_dim: 2 group_size: 3', '6×2×3×3'],
    ['1×17×9×9, 6×5', 'spatial_scale: 0.5 output_dim: 2 group_size: 3', '? ! fork/bottom-size b0'],
    ['1×18×9×9, 6×5', 'spatial_scale: 0 output_dim: 2 group_size: 3', '? ! fork/field-bound 0'],
    ['1×18×9×9, 6×5', 'spatial_scale: 1 output_dim: 0 group_size: 3', '? ! fork/field-bound 0'],
  ],
  'rfcn',
);
