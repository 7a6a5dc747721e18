/** Enum values given by number, for enums with values of other Caffes. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { dialectOf } from '#core/dialects/index';
import { messageOf } from '#core/messages/render';
import { formatShape } from '#core/net/shape';

const data = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 dim: 8 dim: 8 } } }\n';
const deformable = (inner: string): string =>
  `${data}layer { name: "l" type: "DeformableConvolution" bottom: "d" bottom: "d" top: "l"
  deformable_convolution_param { num_output: 4 kernel_size: 3 pad: 1 ${inner} } }\n`;
const convolution = (inner: string): string =>
  `${data}layer { name: "l" type: "Convolution" bottom: "d" top: "l" convolution_param { num_output: 4 kernel_size: 3 ${inner} } }\n`;
const pooling = (inner: string): string =>
  `${data}layer { name: "l" type: "Pooling" bottom: "d" top: "l" pooling_param { kernel_size: 2 ${inner} } }\n`;

function auto(text: string): Analysis {
  return analyze(text, { dialect: chooseDialect });
}

function specified(text: string, id: string): Analysis {
  return analyze(text, { dialect: dialectOf(id) ?? bvlc });
}

function codes({ problems }: Analysis): readonly string[] {
  return problems.map(({ code }) => code);
}

function lastTop(analysis: Analysis): string {
  const [state] = analysis.states;
  return state ? formatShape(analysis.state(state).layers.at(-1)?.tops.at(-1) ?? null) : '';
}

describe('an enum of the atlas, which has no numbers', () => {
  test.each(['engine: 0', 'engine: 1', 'engine: 9'])('accepts %s', (engine) =>
    expect(codes(auto(deformable(engine)))).toEqual(['schema/other-caffe']),
  );

  test('still lacks a name', () =>
    expect(codes(auto(deformable('engine: CUDN')))).toEqual(['schema/other-caffe', 'schema/unknown-enum-value']));

  test('accepts any number in a specified Caffe of the atlas', () =>
    expect(codes(specified('layers { name: "l" type: 77 bottom: "d" top: "l" }', 'c3d'))).not.toContain(
      'schema/unknown-enum-value',
    ));
});

describe("BVLC's enum that others extend", () => {
  test('reads its own numbers', () => {
    expect(codes(auto(pooling('pool: 1')))).toEqual([]);
    expect(lastTop(auto(pooling('pool: 1')))).toBe('1×4×7×7');
  });

  test('takes another number for that of another Caffe, and names forks that have it', () => {
    const analysis = auto(convolution('engine: 3'));
    expect(codes(analysis)).toEqual(['schema/other-caffe']);
    expect(analysis.problems.map((problem) => messageOf(problem)).join()).toMatch(/Intel.*: engine: 3\./);
    expect(lastTop(analysis)).toBe('?');
  });

  test('lacks another number if BVLC Caffe is specified', () => {
    expect(codes(specified(convolution('engine: 3'), 'bvlc'))).toEqual(['schema/fork-enum-value']);
    expect(codes(specified(convolution('engine: 99'), 'bvlc'))).toEqual(['schema/unknown-enum-value']);
  });
});

test("BVLC's enum that no other Caffe extends lacks other numbers", () =>
  expect(
    codes(auto(`${data}layer { name: "l" type: "LRN" bottom: "d" top: "l" lrn_param { norm_region: 7 } }`)),
  ).toEqual(['schema/unknown-enum-value']));
