/** A net while it is being typed: one mistake gives one error, on its line, and no follow-on errors. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { infoOf, type Problem } from '#core/problems/index';
import { bvlc } from '#core/dialects/bvlc';

const net = `layer {
  name: "data"
  type: "Input"
  top: "data"
  input_param { shape { dim: 4 dim: 1 dim: 12 dim: 12 } }
}
layer {
  name: "conv"
  type: "Convolution"
  bottom: "data"
  top: "conv"
  param { lr_mult: 1 }
  convolution_param {
    num_output: 20
    kernel_size: 5
    weight_filler { type: "xavier" }
  }
}
layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" }
layer {
  name: "pool"
  type: "Pooling"
  bottom: "conv"
  top: "pool"
  pooling_param { pool: MAX kernel_size: 2 stride: 2 }
}
`;

function errorsOf(text: string): readonly Problem[] {
  return analyze(text, { dialect: bvlc }).problems.filter(({ code }) => infoOf(code).severity === 'error');
}

function reported(text: string): readonly string[] {
  return errorsOf(text).map(
    ({ code, span }) => `${text.slice(0, span.start).split('\n').length} ${code} ${text.slice(span.start, span.end)}`,
  );
}

test('reports at most one error if any character is missing', () => {
  expect(errorsOf(net)).toEqual([]);
  const noisy = [...net].flatMap((_, i) => {
    if (i % 2 === 0) return [];
    const errors = reported(net.slice(0, i) + net.slice(i + 1));
    return errors.length > 1 ? [`${net.slice(0, i).split('\n').length}: ${errors.join(', ')}`] : [];
  });
  expect(noisy).toEqual([]);
});

test('reports at most one error if any word, sign or string is missing', () => {
  const tokens = [...net.matchAll(/\w+|"[^"]*"|[{}:]/g)];
  const noisy = tokens.flatMap(({ index, 0: token }) => {
    const errors = reported(net.slice(0, index) + net.slice(index + token.length));
    return errors.length > 1 ? [`${token}: ${errors.join(', ')}`] : [];
  });
  expect(noisy).toEqual([]);
});

describe('reports no error in later layers for an incomplete shape', () => {
  test.each([
    ['shape { dim: 4 dim: 1 dim: 12 dim: 12 } }', 'shape { dim: 4', '7 syntax/unclosed layer'],
    ['shape { dim: 4 dim: 1 dim: 12 dim: 12 }', 'shpe { }', '5 schema/unknown-field shpe'],
    ['shape { dim: 4 dim: 1 dim: 12 dim: 12 }', 'sh', '5 syntax/expected-colon }'],
    ['shape { dim: 4 dim: 1 dim: 12 dim: 12 }', 'bogus { }', '5 schema/unknown-field bogus'],
  ])('%s becomes %s', (before, after, error) => expect(reported(net.replace(before, after))).toEqual([error]));

  test('reports errors that do not depend on the incomplete shape', () => {
    expect(reported(net.replace('dim: 1 dim: 12 dim: 12', '').replace('"xavier"', '"xaver"'))).toEqual([
      '10 layer/axis-out-of-range data',
      '16 filler/unknown-type "xaver"',
    ]);
    expect(reported(net.replace('dim: 1 dim: 12 dim: 12', 'dim').replace('"xavier"', '"xaver"'))).toEqual([
      '5 syntax/expected-colon }',
      '16 filler/unknown-type "xaver"',
    ]);
  });
});

test('does not also report a half-typed field name as unknown', () => {
  for (const half of ['st', 'strid'])
    expect(reported(net.replace('kernel_size: 5', `kernel_size: 5\n    ${half}`))).toEqual([
      '17 syntax/expected-colon weight_filler',
    ]);
  expect(reported(net.replace('kernel_size: 5', 'kernel_size: 5 strid: 2'))).toEqual(['15 schema/unknown-field strid']);
});

test('does not report a missing name as an unknown blob', () => {
  expect(reported(net.replace('bottom: "data"', 'bottom:'))).toEqual(['11 syntax/expected-value top']);
  expect(reported(net.replace('top: "conv" }', 'top: }'))).toEqual(['19 syntax/expected-value }']);
});

test('reports where a value is missing at the end of a line, and for which field', () => {
  const [problem] = errorsOf(net.replace('num_output: 20', 'num_output:'));
  expect(problem).toMatchObject({
    code: 'syntax/expected-value',
    related: [{ code: 'incomplete', args: { name: 'num_output' } }],
  });
});

test('reports only the missing name or bracket of a layer, not its blobs', () => {
  expect(reported(net.replace('layer {\n  name: "conv"', '{\n  name: "conv"'))).toEqual(['7 syntax/expected-name {']);
  expect(reported(net.replace('layer {\n  name: "conv"', 'layer\n  name: "conv"'))).toEqual([
    '8 syntax/expected-bracket name',
  ]);
});

describe('withholds advice and comparisons until the net is complete', () => {
  const shared = (name: string): string => `layer {
  name: "${name}"
  type: "InnerProduct"
  bottom: "pool"
  top: "${name}"
  param { name: "w" lr_mult: 1 }
  inner_product_param { num_output: 10 weight_filler { type: "xavier" } }
}
`;
  const trained = `${net.replace('xavier', 'msra')}${shared('ip')}${shared('ip2')}layer {
  name: "loss"
  type: "EuclideanLoss"
  bottom: "ip"
  bottom: "ip2"
  top: "loss"
}
`;
  const all = (text: string): readonly string[] => analyze(text, { dialect: bvlc }).problems.map(({ code }) => code);

  test.each([
    ['bottom: "ip2"\n', 'bottom:\n', ['syntax/expected-value']],
    ['bottom: "ip2"\n', 'bottom: "iq2"\n', ['net/unknown-bottom']],
    ['layer {\n  name: "loss"', '{\n  name: "loss"', ['syntax/expected-name']],
    ['top: "pool"', 'top:', ['syntax/expected-value']],
    ['lr_mult: 1 }\n  inner', 'lr_mult: }\n  inner', ['syntax/expected-value']],
    ['num_output: 10', 'num_output: 10 axis:', ['syntax/expected-value']],
    [
      '{ type: "xavier" } }\n}\nlayer {\n  name: "loss"',
      '{ type: } }\n}\nlayer {\n  name: "loss"',
      ['syntax/expected-value'],
    ],
  ])('%j becomes %j', (before, after, codes) => {
    expect(all(trained)).toEqual([]);
    expect(all(trained.replace(before, after))).toEqual(codes);
  });

  test('reports a blob that no layer reads in a valid net', () => {
    expect(all(`${trained}${shared('ip3')}`)).toEqual(['check/unused-blob']);
  });
});
