/** im2col_layer.cpp: channels × kernel values at each place of a convolution. */
import { expect, test } from 'vitest';
import { constant, gradientsIn, weighted } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('Im2col', [
  ['2×3×5×5', 'kernel_size: 3', '2×27×3×3'],
  ['2×3×5×5', 'kernel_size: 3 stride: 2 pad: 1', '2×27×3×3'],
  ['2×3×5×5', 'kernel_size: 3 dilation: 2', '2×27×1×1'],
  ['2×3×6×6', 'kernel_h: 2 kernel_w: 1 stride: 2', '2×6×3×3'],
  ['2×3×5×5', 'kernel_size: 7', '? ! layer/output-negative 7'],
  ['2×3', 'kernel_size: 1', '? ! layer/no-spatial-axes Im2col'],
  ['2×3×5×5', '', '? ! layer/kernel-missing Im2col'],
]);

test('an image smaller than the kernel has one window, which sees 0 beyond it', async () => {
  const it = 'layer { name: "it" type: "Im2col" bottom: "x" top: "y" convolution_param { kernel_size: 3 stride: 3 } }';
  const found = await gradientsIn([constant('x', 5, [1, 1, 2]), it, weighted('y')]);
  expect(found.get('it')).toEqual({ bottoms: [[1, 1]], params: [] });
});
