/** What the panel of the initial weights gets of each blob. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { testState } from '#core/net/state';
import { weightsView } from '#core/weights/view';

test('names the filler that a layer does not write, so that Caffe uses its default', () => {
  const text = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "a" type: "Convolution" bottom: "d" top: "a" convolution_param { num_output: 4 kernel_size: 3
  weight_filler { type: "msra" } } }
layer { name: "n" type: "BatchNorm" bottom: "a" top: "n" }`;
  const { layers } = weightsView(analyze(text, { dialect: bvlc }).state(testState));
  expect(layers.flatMap(({ blobs }) => blobs.map(({ role, missingField }) => [role, missingField]))).toEqual([
    ['weight', undefined],
    ['bias', 'bias_filler'],
    // The layer sets them itself.
    ['mean', undefined],
    ['variance', undefined],
    ['correction', undefined],
  ]);
});
