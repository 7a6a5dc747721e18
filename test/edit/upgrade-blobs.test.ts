import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { upgradeFix } from '#core/edit/upgrade/index';
import { layersOf } from '../support/layer-case';

const blob = 'blobs { num: 2 channels: 3 height: 1 width: 1 data: [1, 2, 3, 4, 5, 6] } blobs_lr: 1';

test.each([
  [
    'V1',
    `layers { name: "c" type: CONVOLUTION bottom: "x" top: "c" ${blob} convolution_param { num_output: 2 kernel_size: 1 bias_term: false } }`,
  ],
  [
    'V0',
    `layers { layer { name: "c" type: "conv" ${blob} num_output: 2 kernelsize: 1 biasterm: false } bottom: "x" top: "c" }`,
  ],
])('keeps the values of %s blobs', (_, layer) => {
  const text = `input: "x" input_dim: 2 input_dim: 3 input_dim: 4 input_dim: 4\n${layer}\n`;
  const changes = upgradeFix(analyze(text, { dialect: bvlc, kind: 'net' }))?.changes ?? [];
  const upgraded = [...changes]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
  expect(upgraded).not.toContain('layers');
  expect(layersOf(upgraded)[0]?.params).toMatchObject([
    { shape: [2, 3, 1, 1], distribution: { kind: 'written', values: [1, 2, 3, 4, 5, 6] } },
  ]);
});
