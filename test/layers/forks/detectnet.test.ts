/** detectnet_transform_layer.cpp of NVIDIA's Caffe: grids by hand. */
import { layerTable } from '../../support/layer-table';

const sizes = 'image_size_x: 640 image_size_y: 64';

layerTable(
  'DetectNetTransformation',
  [
    ['2×3×50×60, 2×1×30×16', `stride: 16 ${sizes}`, '2×3×64×640, 2×9×4×40'],
    [
      '2×3×50×60, 2×1×30×16',
      `stride: 16 ${sizes} object_class { src: 1 dst: 0 } object_class { src: 8 dst: 2 } object_class { src: 8 dst: 1 }`,
      '2×3×64×640, 2×10×4×40',
    ],
    // 2.5 and 1.5 cells: halves are rounded to even.
    ['2×3×50×60, 2×1×30×16', 'stride: 4 image_size_x: 10 image_size_y: 6', '2×3×6×10, 2×9×2×2'],
    ['2×1×50×60, 2×1×30×16', `stride: 16 ${sizes}`, '?, ? ! fork/bottom-size b0'],
    ['2×3×50×60, 4×1×30×16', `stride: 16 ${sizes}`, '?, ? ! fork/bottoms-differ b1'],
  ],
  'nvcaffe',
);
