/** "Preview weights" over each layer that has values or a kernel to look at. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { testState } from '#core/net/state';
import { codeLenses } from '#server/features/code-lenses';

const input =
  'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

function lensesOf(layers: string): readonly string[] {
  const analysis = analyze(input + layers, { dialect: bvlc });
  return codeLenses(analysis, testState, english).map(({ layer }) => layer);
}

const conv = (name: string, filler: string): string =>
  `layer { name: "${name}" type: "Convolution" bottom: "data" top: "${name}" convolution_param { num_output: 4 kernel_size: 3 ${filler} } }\n`;

test('offers a preview above layers whose values are drawn, or a kernel', () => {
  expect(
    lensesOf(
      conv('drawn', 'weight_filler { type: "xavier" }') +
        conv('kernel', 'weight_filler { type: "bilinear" }') +
        conv('bias', 'bias_filler { type: "gaussian" std: 0.1 }'),
    ),
  ).toEqual(['drawn', 'kernel', 'bias']);
});

test('offers none where every value is the same, or none is known', () => {
  expect(
    lensesOf(
      conv('unfilled', '') +
        conv('constant', 'weight_filler { type: "constant" value: 0.1 } bias_filler { type: "constant" }') +
        conv('even', 'weight_filler { type: "uniform" min: 1 max: 1 }') +
        conv('unknown', 'weight_filler { type: "mine" }') +
        'layer { name: "bn" type: "BatchNorm" bottom: "data" top: "bn" }\n' +
        'layer { name: "scale" type: "Scale" bottom: "bn" top: "s" scale_param { bias_term: true } }\n',
    ),
  ).toEqual([]);
});

test('stands at its layer, says what it does and runs the command', () => {
  const analysis = analyze(input + conv('drawn', 'weight_filler { type: "xavier" }'), { dialect: bvlc });
  const [lens] = codeLenses(analysis, testState, english);
  expect(lens).toMatchObject({ title: 'Preview weights', command: 'prototxtLens.previewWeights' });
  expect(analysis.text.slice(lens?.span.start).startsWith('layer { name: "drawn"')).toBe(true);
});
