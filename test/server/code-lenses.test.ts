/** "Preview weights" over each layer that a filler fills. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { testState } from '#core/net/state';
import { codeLenses } from '#server/features/code-lenses';

const input = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

function lensesOf(text: string): readonly string[] {
  const analysis = analyze(input + text, { dialect: bvlc });
  return codeLenses(analysis, testState, english).map(
    ({ title, layer, span, command }) =>
      `${title}: ${layer} at ${analysis.text.slice(span.start, span.start + 7)}, ${command}`,
  );
}

test('over a layer whose blobs have fillers, and no other', () => {
  expect(
    lensesOf(`layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 2 kernel_size: 3 } }
      layer { name: "r" type: "ReLU" bottom: "c" top: "c" }
      layer { name: "n" type: "BatchNorm" bottom: "c" top: "n" }`),
  ).toEqual(['Preview weights: c at layer {, prototxtLens.previewWeights']);
});
