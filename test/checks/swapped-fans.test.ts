/** Caffe computes fans from the blob's axes only. */
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { expect, test } from 'vitest';
import { check, data, loss } from '../support/advice-case';

test.each([
  [
    'a deconvolution',
    'type: "Deconvolution" convolution_param { num_output: 4 kernel_size: 2 weight_filler { type: "xavier" } }',
  ],
  [
    'transpose',
    'type: "InnerProduct" inner_product_param { num_output: 4 transpose: true weight_filler { type: "xavier" } }',
  ],
  [
    'groups, by fan_out',
    'type: "Convolution" convolution_param { num_output: 6 group: 3 kernel_size: 2 weight_filler { type: "xavier" variance_norm: FAN_OUT } }',
  ],
])('reports fans that differ from the true ones: %s', (_, layer) => {
  const text = `${data} layer { name: "w" bottom: "data" top: "ip" ${layer} } ${loss}`;
  const found = analyze(text, { dialect: bvlc, kind: 'net' }).problems.filter(
    ({ code }) => code === 'check/swapped-fans',
  );
  expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(['"xavier"']);
});

test('considers groups in fan_in', () =>
  check(`
  ${data}
  layer { name: "w" type: "Convolution" bottom: "data" top: "ip" convolution_param { num_output: 6 group: 3 kernel_size: 8 weight_filler { type: "xavier" } } }
  ${loss}
`));
