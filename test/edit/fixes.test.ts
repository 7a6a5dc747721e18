import { analyze, type Analysis } from '#core/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { applyChanges, type Fix } from '#core/edit/change';
import { fixesOf, removeDeadFields } from '#core/edit/fixes';
import type { Code } from '#core/problems';
import { expect, test } from 'vitest';

const input = 'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

function conv(filler: string): string {
  return `${input}layer {
  name: "c" type: "Convolution" bottom: "data" top: "c"
  convolution_param {
    num_output: 4 kernel_size: 3
    weight_filler {
      ${filler}
    }
  }
}
`;
}

test.each([
  ['a filler type keeps its quotes', 'filler/unknown-type', conv("type: 'xavierr'"), conv("type: 'xavier'")],
  ['a layer type', 'net/unknown-layer-type', `${input}layer { name: "r" type: "ReLu" bottom: "data" top: "r" }`,
    `${input}layer { name: "r" type: "ReLU" bottom: "data" top: "r" }`],
  ['a field name', 'schema/unknown-field', conv('type: "xavier" varianse_norm: AVERAGE'), conv('type: "xavier" variance_norm: AVERAGE')],
  ['a dead field goes with its line', 'filler/dead-field', conv('type: "xavier"\n      std: 0.01'), conv('type: "xavier"')],
  ['sparse where the filler refuses it', 'filler/sparse-unsupported', conv('type: "xavier"\n      sparse: 3'), conv('type: "xavier"')],
] satisfies [string, Code, string, string][])('%s', (_, code, before, after) => {
  const analysis = analyze(before, { dialect: bvlc });
  const problem = analysis.problems.find((candidate) => candidate.code === code);
  expect(problem).toBeDefined();
  expect(problem && fixesOf(analysis, problem).map((fix) => applied(analysis, fix))).toEqual([after]);
});

test('all fields without effect go at once, neighbours on a line among them', () => {
  const before = conv('type: "xavier" std: 0.1 mean: 2\n      value: 3 # none\n      min: 1 max: 2');
  const analysis = analyze(before, { dialect: bvlc });
  const fix = removeDeadFields(analysis);
  expect(fix && applied(analysis, fix)).toBe(conv('type: "xavier"'));
  expect(fix?.args).toEqual({ count: 5 });
});

test('the shape of the records is written at the top, with the line breaks of the file', () => {
  const analysis = analyze(input.replaceAll('\n', '\r\n'), { dialect: bvlc });
  const [fix] = fixesOf(analysis, { code: 'data/unknown-record-shape', span: { start: 0, end: 5 }, args: {} });
  expect(fix && applied(analysis, fix)).toBe(`# prototxt: datum 3x256x256\r\n${analysis.text}`);
});

function applied(analysis: Analysis, fix: Fix): string {
  return applyChanges(analysis.text, fix.changes);
}
