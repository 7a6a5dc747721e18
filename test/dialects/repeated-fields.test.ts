/** Fields of BVLC's that take one value there and several in other public Caffes. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { messageOf } from '#core/messages/render';
import { formatShape } from '#core/net/shape';

const solver = (inner: string): string => `net: "a.prototxt" base_lr: 0.1 lr_policy: "fixed" max_iter: 10 ${inner}\n`;
const pooling = (inner: string): string =>
  `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 dim: 8 dim: 8 } } }
layer { name: "l" type: "Pooling" bottom: "d" top: "l" pooling_param { ${inner} } }\n`;

function auto(text: string): Analysis {
  return analyze(text, { dialect: chooseDialect });
}

function codes({ problems }: Analysis): readonly string[] {
  return problems.map(({ code }) => code);
}

describe('if no Caffe is specified, a list is a use of another Caffe', () => {
  test('in a solver', () => {
    const analysis = auto(solver('device_id: [0, 1]'));
    expect(codes(analysis)).toEqual(['schema/other-caffe']);
    const sentence = analysis.problems.map((problem) => messageOf(problem)).join();
    expect(sentence).toContain('yjxiong/caffe');
    // It has another type there, but takes one value.
    expect(sentence).not.toContain('Alchem-Lab/caffe');
  });

  test('in a layer, whose shapes are then unknown', () => {
    const analysis = auto(pooling('kernel_size: [2, 3]'));
    expect(codes(analysis)).toEqual(['schema/other-caffe']);
    const [state] = analysis.states;
    expect(state && formatShape(analysis.state(state).layers.at(-1)?.tops[0] ?? null)).toBe('?');
  });

  test('not for a field that takes one value in every Caffe', () => {
    expect(codes(auto(solver('max_iter: 20')))).toEqual(['schema/set-twice']);
    expect(codes(auto(pooling('kernel_size: 2 kernel_size: 3')))).toContain('schema/set-twice');
    expect(codes(auto(solver('momentum: [0.9]')))).toEqual(['schema/not-repeated']);
  });
});

test.each([
  ['device_id: [0, 1]', 'schema/not-repeated'],
  ['device_id: 0 device_id: 1', 'schema/set-twice'],
])('if BVLC Caffe is specified, %s is an error', (inner, code) =>
  expect(codes(analyze(solver(inner), { dialect: bvlc }))).toEqual([code]),
);
