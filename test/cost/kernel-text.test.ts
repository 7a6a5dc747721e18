import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { netView } from '#core/cost/view';
import { bvlc } from '#core/dialects/bvlc';
import { testState } from '#core/net/state';

test.each([
  ['Convolution', 'convolution_param { num_output: 4 kernel_size: 3 }', '3×3'],
  ['Convolution', 'convolution_param { num_output: 4 kernel_size: 7 stride: 2 pad: 3 }', '7×7 /2'],
  ['Convolution', 'convolution_param { num_output: 4 kernel_h: 1 kernel_w: 3 stride_h: 1 stride_w: 2 }', '1×3 /1×2'],
  // The kernel as written, not what a dilated one covers.
  ['Convolution', 'convolution_param { num_output: 4 kernel_size: 3 dilation: 4 }', '3×3'],
  ['Deconvolution', 'convolution_param { num_output: 4 kernel_size: 4 stride: 2 }', '4×4 ×2'],
  ['Pooling', 'pooling_param { kernel_size: 3 stride: 2 }', '3×3 /2'],
  ['LRN', 'lrn_param { local_size: 5 }', undefined],
  ['LRN', 'lrn_param { local_size: 5 norm_region: WITHIN_CHANNEL }', '5×5'],
  ['InnerProduct', 'inner_product_param { num_output: 2 }', undefined],
  ['ReLU', '', undefined],
])('of %s { %s } is %s', (type, param, text) => {
  const net = `
    layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 32 dim: 32 } } }
    layer { name: "x" type: "${type}" bottom: "data" top: "x" ${param} }`;
  const { layers } = netView(analyze(net, { dialect: bvlc }).state(testState));
  expect(layers[1]?.kernel).toBe(text);
});
