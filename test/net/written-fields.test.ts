import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { writtenFields } from '#core/net/written-fields';

function fieldsOf(fields: string): string {
  const text = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 9 dim: 9 } } }
layer { name: "a" bottom: "data" top: "a" ${fields} }`;
  const analysis = analyze(text, { dialect: bvlc, kind: 'net' });
  const [state] = analysis.states;
  const message = state && analysis.state(state).net.layers[1]?.message;
  if (!message) throw new Error('a net with two layers');
  return writtenFields(message, text);
}

test.each([
  [
    'fillers in braces, without comments',
    `type: "Convolution" param { lr_mult: 2 } convolution_param {
      num_output: 4 # filters
      kernel_size: [3, 1] weight_filler { type: "gaussian" std: 1e-2 } bias_filler {} }`,
    'num_output: 4 kernel_size: 3 kernel_size: 1 weight_filler { type: "gaussian" std: 1e-2 } bias_filler {}',
  ],
  [
    'only parameter messages',
    'type: "Pooling" pooling_param { pool: MAX } propagate_down: true transform_param {}',
    'pool: MAX',
  ],
  ['nothing', 'type: "ReLU"', ''],
  ['an empty message', 'type: "ReLU" relu_param {}', ''],
  ['a value that cannot be read', 'type: "Pooling" pooling_param { kernel_size: x stride: 2 }', 'stride: 2'],
])('lists %s', (_, fields, text) => expect(fieldsOf(fields)).toBe(text));

test('has a limit', () => {
  const shape = `type: "Reshape" reshape_param { shape { ${'dim: 1 '.repeat(1000)} } axis: 1 }`;
  expect(fieldsOf(shape)).toBe('shape { … } axis: 1');
  const axes = `type: "Slice" slice_param { ${'slice_point: 1 '.repeat(1000)} }`;
  expect(fieldsOf(axes)).toMatch(/^(slice_point: 1 ){10,40}…$/);
});
