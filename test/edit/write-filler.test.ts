/** Writing another filler into a net: changes only the necessary text, and the net then has that filler. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { applyChanges } from '#core/edit/change';
import { writeFiller } from '#core/edit/write-filler';
import { usualChoices, type FillerChoice } from '#core/weights/alternatives';

const net = (
  param: string,
): string => `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "a"
  type: "Convolution"
  bottom: "d"
  top: "a"
${param}}
`;

function written(text: string, choice: FillerChoice, blob = 0): string {
  const analysis = analyze(text, { dialect: bvlc });
  const [state] = analysis.states;
  const weight = state && analysis.state(state).layers[1]?.params[blob];
  const changes = weight && writeFiller(analysis, weight, choice);
  if (!changes) throw new Error('nothing was written');
  return applyChanges(text, changes);
}

test('changes the type, and keeps comments and other lines', () => {
  const before = net(`  convolution_param {
    num_output: 4  # few
    kernel_size: 3
    weight_filler {
      # as in the paper
      type: "gaussian"  # for now
      std: 0.01
    }
  }
`);
  expect(written(before, { type: 'xavier', fields: { variance_norm: 'AVERAGE' } })).toBe(
    net(`  convolution_param {
    num_output: 4  # few
    kernel_size: 3
    weight_filler {
      # as in the paper
      type: "xavier"
      variance_norm: AVERAGE  # for now
    }
  }
`),
  );
});

test('writes the filler of the right layer in a list of layers', () => {
  const before =
    'layer: [ { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 } } }, { name: "a" type: "Scale" bottom: "d" top: "a" } ]';
  expect(written(before, { type: 'xavier', fields: {} })).toBe(
    before.replace('top: "a" }', 'top: "a" scale_param { filler { type: "xavier" } } }'),
  );
});

test.each<[string, FillerChoice, string]>([
  [
    'weight_filler { type: "xavier" variance_norm: FAN_OUT }',
    { type: 'xavier', fields: {} },
    'weight_filler { type: "xavier" }',
  ],
  [
    'weight_filler { type: "xavier" }',
    { type: 'gaussian', fields: { std: '0.01' } },
    'weight_filler { type: "gaussian" std: 0.01 }',
  ],
  [
    "weight_filler { std: 2 type: 'gaussian' }",
    { type: 'gaussian', fields: { std: '0.01' } },
    'weight_filler { std: 0.01 type: "gaussian" }',
  ],
  ['weight_filler { value: 3 }', { type: 'msra', fields: {} }, 'weight_filler { type: "msra" }'],
  ['weight_filler {}', { type: 'msra', fields: {} }, 'weight_filler { type: "msra" }'],
])('changes %s', (before, choice, after) => {
  const text = (filler: string): string => net(`  convolution_param { num_output: 4 kernel_size: 3 ${filler} }\n`);
  expect(written(text(before), choice).replaceAll(/ +/g, ' ')).toBe(text(after).replaceAll(/ +/g, ' '));
});

test('writes a missing filler in the usual place', () => {
  const before = net('  convolution_param {\n    num_output: 4\n    kernel_size: 3\n  }\n');
  const after = net(
    '  convolution_param {\n    num_output: 4\n    kernel_size: 3\n    bias_filler { type: "constant" value: 1 }\n  }\n',
  );
  expect(written(before, { type: 'constant', fields: { value: '1' } }, 1)).toBe(after);
});

test('replaces every choice by every other one', () => {
  const choices = usualChoices.filter(({ type }) => bvlc.fillers.get(type));
  for (const from of choices) {
    for (const to of choices) {
      const start = net('  convolution_param {\n    num_output: 3\n    group: 3\n    kernel_size: 3\n  }\n');
      const analysis = analyze(written(written(start, from), to), { dialect: bvlc });
      const [state] = analysis.states;
      const weight = state && analysis.state(state).layers[1]?.params[0];
      expect([
        weight?.filler,
        analysis.problems.map(({ code }) => code).filter((code) => !code.startsWith('check/')),
      ]).toEqual([to.type, []]);
    }
  }
});
