/** conv_layer.cpp: ⌊(in + 2·pad − (dilation·(kernel − 1) + 1)) / stride⌋ + 1, filters of channels / group. */
import { expect, test } from 'vitest';
import { constant, gradientsIn, weighted } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('Convolution', [
  ['1×3×227×227', 'num_output: 96 kernel_size: 11 stride: 4', '1×96×55×55 | 96×3×11×11, 96'],
  ['1×3×8×8', 'num_output: 2 kernel_size: 3 stride: 2', '1×2×3×3 | 2×3×3×3, 2'],
  ['1×3×9×9', 'num_output: 4 kernel_size: 3 dilation: 2', '1×4×5×5 | 4×3×3×3, 4'],
  ['1×6×5×5', 'num_output: 4 kernel_size: 1 group: 2 bias_term: false', '1×4×5×5 | 4×3×1×1'],
  [
    '1×1×5×7',
    'num_output: 1 kernel_h: 3 kernel_w: 5 pad_h: 1 pad_w: 0 stride_h: 2 stride_w: 1',
    '1×1×3×3 | 1×1×3×5, 1',
  ],
  ['2×4×9', 'num_output: 3 kernel_size: 3 pad: 1', '2×3×9 | 3×4×3, 3'],
  ['1×2×4×4×4', 'num_output: 1 kernel_size: [1, 2, 3]', '1×1×4×3×2 | 1×2×1×2×3, 1'],
  ['1×3×4×4, 1×3×4×4', 'num_output: 2 kernel_size: 3', '1×2×2×2, 1×2×2×2 | 2×3×3×3, 2'],
  ['1×3×4×4', 'num_output: 2 kernel_size: 7', '? | 2×3×7×7, 2 ! layer/output-negative 7'],
  ['1×3×4×4', 'num_output: 2 kernel_size: 5', '? | 2×3×5×5, 2 ! layer/output-empty 5'],
  ['1×3×4×4', 'num_output: 2 kernel_size: 5 bias_term: false', '1×2×0×0 | 2×3×5×5'],
  ['1×3×4×4', 'num_output: 4 kernel_size: 1 group: 2', '? | 4×1×1×1, 4 ! layer/group-channels 2'],
  ['1×4×4×4', 'num_output: 3 kernel_size: 1 group: 2', '? | 3×2×1×1, 3 ! layer/group-outputs 2'],
  ['1×3×4×4', 'num_output: 4', '? | ?, 4 ! layer/kernel-missing convolution_param'],
  ['1×3×4×4', 'kernel_size: 3', '? | ?×3×3×3, ? ! layer/num-output-missing convolution_param'],
  ['1×3×4×4', 'num_output: 4 kernel_size: 0', '? | ?, 4 ! layer/kernel-not-positive 0'],
  ['1×3×4×4', 'num_output: 4 kernel_size: 3 kernel_h: 3 kernel_w: 3', '? | ?, 4 ! layer/pair-and-plain 3'],
  ['1×3×4×4', 'num_output: 4 kernel_size: 1 stride: 0', '? | 4×3×1×1, 4 ! layer/stride-not-positive 0'],
  ['1×3×4×4', 'num_output: 4 kernel_size: [1, 1, 1]', '? | ?, 4 ! layer/spatial-count 1'],
]);

test('an image smaller than the kernel has one window, which sees 0 beyond it', async () => {
  const it =
    'layer { name: "it" type: "Convolution" bottom: "x" top: "y" convolution_param { num_output: 1 bias_term: false kernel_size: 3 stride: 3 weight_filler { value: 1 } } }';
  const found = await gradientsIn([constant('x', 5, [1, 1, 2]), it, weighted('y')]);
  expect(found.get('it')).toEqual({ bottoms: [[1, 1]], params: [[5, 5, 0]] });
});
