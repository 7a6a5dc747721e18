/** cudnn_ndconv_layer.cpp and cudnn_ndpooling_layer.cpp of video-caffe. */
import { expect, test } from 'vitest';
import { dialectOf } from '#core/dialects/index';
import { ran } from '../../support/ran';
import { layerTable } from '../../support/layer-table';

layerTable(
  'NdConvolution',
  [
    [
      '2×3×16×112×112',
      'num_output: 64 kernel_shape { dim: 3 dim: 3 dim: 3 } pad_shape { dim: 1 dim: 1 dim: 1 }',
      '2×64×16×112×112 | 64×3×3×3×3, 64',
    ],
    ['2×4×9×9', 'num_output: 6 group: 2 bias_term: false kernel_shape { dim: 3 dim: 9 }', '2×6×7 | 6×2×3×9'],
    ['2×4×9×9', 'num_output: 6', '? | ?, 6 ! fork/field-missing convolution_param'],
    ['2×4×9×9', 'num_output: 6 kernel_shape { dim: 3 }', '? | 6×4×3, 6 ! fork/field-count { dim: 3 }'],
  ],
  'video-caffe',
);

layerTable(
  'NdPooling',
  [
    ['2×64×16×112×112', 'kernel_shape { dim: 1 dim: 2 dim: 2 } stride_shape { dim: 1 dim: 2 dim: 2 }', '2×64×16×56×56'],
    ['2×64×2×7×7', 'kernel_shape { dim: 2 dim: 2 dim: 2 } stride_shape { dim: 2 dim: 2 dim: 2 }', '2×64×1×4×4'],
    [
      '2×64×2×7×7',
      'kernel_shape { dim: 2 dim: 2 dim: 2 } stride_shape { dim: 2 dim: 2 dim: 2 } pad_shape { dim: 0 dim: 1 dim: 1 }',
      '2×64×1×4×4',
    ],
    ['2×64×2×7×7', 'global_pooling: true', '2×64×1×1×1'],
  ],
  'video-caffe',
);

test('convolves and takes maxima over three axes', async () => {
  const layers = [
    'input: "x" input_shape { dim: 1 dim: 1 dim: 2 dim: 2 dim: 3 }',
    `layer { name: "conv" type: "NdConvolution" bottom: "x" top: "conv" convolution_param { num_output: 1
      kernel_shape { dim: 2 dim: 1 dim: 2 } weight_filler { type: "constant" value: 1 } bias_filler { type: "constant" value: 0.5 } } }`,
    `layer { name: "pool" type: "NdPooling" bottom: "x" top: "pool" pooling_param {
      kernel_shape { dim: 1 dim: 2 dim: 2 } stride_shape { dim: 1 dim: 2 dim: 2 } } }`,
  ];
  const { tops } = await ran(layers, { x: [1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -9] }, dialectOf('video-caffe'));
  // The depth of 1 is left out.
  expect(tops.get('conv')).toEqual({ shape: [1, 1, 2, 2], values: [0.5, 0.5, 0.5, -2.5] });
  expect(tops.get('pool')).toEqual({ shape: [1, 1, 2, 1, 2], values: [5, 6, -1, -3] });
});
