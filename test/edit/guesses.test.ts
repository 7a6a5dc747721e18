/** Fixes that guess: what the rest of the net tells about a name, a type or a number. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { applyChanges, type Fix } from '#core/edit/change';
import { fixesOf } from '#core/edit/fixes/index';
import { titleOf } from '#core/edit/title';
import { english } from '#core/messages/en/index';
import { infoOf } from '#core/problems/index';

const data = 'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }\n';
const label = 'layer { name: "label" type: "Input" top: "label" input_param { shape { dim: 2 } } }\n';
const fc = 'layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 5 } }\n';

/** The first fix of the first error, and the text after it. */
function first(text: string): { readonly fix: Fix | undefined; readonly fixed: string; readonly left: number } {
  const analysis = analyze(text, { dialect: bvlc, kind: 'net' });
  const errors = analysis.problems.filter(({ code }) => infoOf(code).severity === 'error');
  const fix = errors.map((problem) => fixesOf(analysis, problem)[0]).find((each) => each !== undefined);
  const fixed = fix ? applyChanges(text, fix.changes) : text;
  const after = analyze(fixed, { dialect: bvlc, kind: 'net' }).problems;
  return { fix, fixed, left: after.filter(({ code }) => infoOf(code).severity === 'error').length };
}

/** `wrong` → `right` by one fix, after which Caffe takes the net. */
function fixedTo(wrong: string, right: string): void {
  const { fix, fixed, left } = first(wrong);
  expect(fixed).toBe(right);
  expect(left).toBe(0);
  expect(fix?.guess).toBeDefined();
}

describe('a bottom', () => {
  test.each<readonly [name: string, text: string, wrong: string, right: string]>([
    [
      'unknown: the blob that no layer reads, if the layer accepts it',
      `${data}${label}${fc}layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" top: "loss" }\n`,
      'bottom: "label"',
      'bottom: "ghost"',
    ],
    [
      'unknown: its own top, in a layer that works in place',
      `${data}layer { name: "r" type: "ReLU" bottom: "data" top: "data" }\n${fc}`,
      'bottom: "data" top: "data"',
      'bottom: "ghost" top: "data"',
    ],
    [
      'missing: the blob that no layer reads',
      `${data}${label}${fc}layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" top: "loss" }\n`,
      ' bottom: "label"',
      '',
    ],
    [
      'missing: before the other one, if the layer accepts only that',
      `${data}${label}${fc}layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" top: "loss" }\n`,
      ' bottom: "fc"',
      '',
    ],
  ])('%s', (_, text, right, wrong) => {
    fixedTo(text.replace(right, wrong), text);
  });

  test('too many: those beyond the last', () => {
    const text = `${data}${label}layer { name: "r" type: "ReLU" bottom: "data" top: "r" }\n`;
    fixedTo(text.replace('bottom: "data"', 'bottom: "data" bottom: "label"'), text);
  });

  test('unknown, with a name that looks like a top: the one of both that is unlike the name of its layer', () => {
    const text = `${data}${fc}layer { name: "relu6" type: "ReLU" bottom: "fc" top: "relu6" }\nlayer { name: "s" type: "Silence" bottom: "relu6" }\n`;
    fixedTo(text.replace('top: "relu6"', 'top: "relu66"'), text);
    fixedTo(text.replace('"Silence" bottom: "relu6"', '"Silence" bottom: "relu66"'), text);
  });

  test('unknown, with the name of a layer: the top of that layer', () => {
    const text = `${data}${fc}layer { name: "relu" type: "ReLU" bottom: "fc" top: "fc" }\nlayer { name: "s" type: "Silence" bottom: "fc" }\n`;
    // Which of both was meant is open, so both are offered.
    const analysis = analyze(text.replace('"Silence" bottom: "fc"', '"Silence" bottom: "relu"'), { dialect: bvlc });
    const [problem] = analysis.problems;
    const fixes = problem ? fixesOf(analysis, problem) : [];
    expect(fixes.map(({ id, args }) => [id, args])).toEqual(
      expect.arrayContaining([
        ['rename-maker', { layer: 'relu', name: 'relu' }],
        ['replace', { suggestion: 'fc' }],
      ]),
    );
  });

  test('unknown, with no blob that the layer accepts: no fix', () => {
    const { fix } = first(
      `${label}layer { name: "p" type: "Pooling" bottom: "ghost" top: "p" pooling_param { kernel_size: 2 } }\n`,
    );
    expect(fix).toBeUndefined();
  });
});

describe('a top', () => {
  const two = `${data}layer { name: "a" type: "TanH" bottom: "data" top: "a" }\nlayer { name: "b" type: "TanH" bottom: "a" top: "b" }\n`;

  test('missing: the name that a later layer reads', () => {
    const text = two.replaceAll('"a" }', '"hidden" }').replace('bottom: "a"', 'bottom: "hidden"');
    fixedTo(text.replace(' top: "hidden"', ''), text);
  });

  test('missing: the bottom, in a layer that works in place and whose bottom is read later', () => {
    const text = `${data}layer { name: "r" type: "ReLU" bottom: "data" top: "data" }\nlayer { name: "s" type: "Silence" bottom: "data" }\n`;
    fixedTo(text.replace(' top: "data" }\nlayer { name: "s"', ' }\nlayer { name: "s"'), text);
  });

  test('label of a data layer', () => {
    const text = `layer { name: "data" type: "ImageData" top: "data" top: "label" image_data_param { source: "x" batch_size: 2 new_height: 8 new_width: 8 } }\n${fc}layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" top: "loss" }\n`;
    const { fixed, left } = first(
      text
        .replace('type: "ImageData" top: "data" top: "label"', 'type: "Data" top: "data"')
        .replace(/image_data_param \{[^}]*\}/, 'data_param { source: "x" batch_size: 2 }'),
    );
    expect([left, fixed.includes('top: "data" top: "label"')]).toEqual([0, true]);
  });

  test('made twice: the name that a later layer reads, only here', () => {
    const text = `${two}layer { name: "s" type: "Silence" bottom: "b" }\n`;
    fixedTo(text.replace('top: "b"', 'top: "data"').replace('bottom: "a"', 'bottom: "a"'), text);
  });
});

describe('a type', () => {
  test.each([
    [
      'like layers that are named alike',
      'name: "ip1" type: "InnerProduct"',
      'layer { name: "ip2" type: "InnerProduct" bottom: "ip1" top: "ip2" inner_product_param { num_output: 2 } }',
    ],
    ['as the name spells it', '', 'layer { name: "block1/relu_2" type: "ReLU" bottom: "data" top: "x" }'],
    ['as such layers are usually named', '', 'layer { name: "drop6" type: "Dropout" bottom: "data" top: "data" }'],
    [
      'by its parameters, among types that read them',
      '',
      'layer { name: "upconv" type: "Convolution" bottom: "data" top: "x" convolution_param { num_output: 2 kernel_size: 3 } }',
    ],
  ])('missing: %s', (_, before, layer) => {
    const ip =
      before === '' ? '' : `layer { ${before} bottom: "data" top: "ip1" inner_product_param { num_output: 2 } }\n`;
    const text = `${data}${ip}${layer}\n`;
    const { fixed } = first(text.replace(new RegExp(`(${/name: "\w[\w/]*"/.exec(layer)?.[0]}) type: "\\w+"`), '$1'));
    expect(fixed).toBe(text);
  });

  test('missing in the old format', () => {
    const text =
      'input: "data" input_dim: 1 input_dim: 1 input_dim: 4 input_dim: 4\nlayers { name: "relu1" type: RELU bottom: "data" top: "data" }\n';
    fixedTo(text.replace(' type: RELU', ''), text);
    const { fixed } = first(text.replace('RELU', '"ReLU"'));
    expect(fixed).toBe(text);
  });

  test('in the wrong case, in a layer whose blobs are wrong too', () => {
    const { fixed } = first(`${data}layer { name: "r" type: "relu" bottom: "data" }\n`);
    expect(fixed).toContain('type: "ReLU"');
  });

  test.each([
    ['kaiming', 'msra'],
    ['glorot', 'xavier'],
    ['normal', 'gaussian'],
    ['zeros', 'constant'],
  ])('of a filler by another name: %s', (other, own) => {
    const text = `${data}${fc.replace('num_output: 5', `num_output: 5 weight_filler { type: "${own}" }`)}`;
    const { fixed } = first(text.replace(own, other));
    expect(fixed).toBe(text);
  });
});

describe('a number', () => {
  const conv = (param: string): string =>
    `${data}layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { ${param} } }\n`;

  test.each([
    ['num_output: 4 kernel_size: 3', 'kernel_size: 3.0', false],
    ['num_output: 4 kernel_size: 3', 'kernel_size: -3', true],
    ['num_output: 4 kernel_size: 3', 'kernel_size: "3"', false],
    ['num_output: 4 kernel_size: 3 bias_term: false', 'bias_term: no', false],
    ['num_output: 4 kernel_size: 3 bias_term: true', 'bias_term: yes', false],
  ])('%s from %s', (right, wrong, isGuess) => {
    const name = wrong.slice(0, wrong.indexOf(':'));
    const { fix, fixed } = first(conv(right.replace(new RegExp(`${name}: \\w+`), wrong)));
    expect(fixed).toBe(conv(right));
    expect(fix?.guess !== undefined).toBe(isGuess);
  });

  test('that is no integer has no fix', () => {
    expect(first(conv('num_output: 4.5 kernel_size: 3')).fix).toBeUndefined();
  });

  test('missing: as in the nearest layer of the type', () => {
    const ip = fc.replace('num_output: 5', 'num_output: 7');
    const text = `${data}${ip}layer { name: "out" type: "InnerProduct" bottom: "fc" top: "out" inner_product_param { num_output: 7 } }\n`;
    fixedTo(text.replace(/num_output: 7 (?=\} \}\n$)/, ''), text);
  });
});

test('a layer in the other format: its keyword, or all in the current format', () => {
  const text = `${data}${fc}layer { name: "r" type: "ReLU" bottom: "fc" top: "fc" }\n`;
  fixedTo(text.replace('layer { name: "r"', 'layers { name: "r"'), text);
});

test('a field that is set twice to different values: one of both goes', () => {
  const text = `${data}layer { name: "r" type: "ReLU" bottom: "data" top: "data" }\n`;
  fixedTo(text.replace('type: "ReLU"', 'type: "ReLU" name: "s"'), text);
});

test('a field that the Caffe which was asked for does not have can be removed', () => {
  const text = `${data}layer { name: "r" type: "ReLU" bottom: "data" top: "data" }\n`;
  fixedTo(text.replace('type: "ReLU"', 'type: "ReLU" wholly_unknown_thing: 1'), text);
});

describe('a name with a number', () => {
  const net = (name: string): string => `${data}layer { name: "conv1" type: "TanH" bottom: "data" top: "conv1" }
layer { name: "conv2" type: "TanH" bottom: "conv1" top: "conv2" }
layer { name: "conv3" type: "TanH" bottom: "${name}" top: "conv3" }
`;

  test('is not taken for that of another layer', () => {
    fixedTo(net('conv2').replace('top: "conv2"', 'top: "onv2"'), net('conv2'));
    fixedTo(net('conv2').replace(' top: "conv2"', ''), net('conv2'));
  });

  test('may still be misspelled', () => fixedTo(net('cnv2'), net('conv2')));
});

test('a label that an accuracy lacks, although the loss reads it', () => {
  const loss = 'layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" top: "loss" }\n';
  const accuracy = 'layer { name: "acc" type: "Accuracy" bottom: "fc" bottom: "label" top: "acc" }\n';
  fixedTo(
    `${data}${label}${fc}${loss}${accuracy.replace(' bottom: "label"', '')}`,
    `${data}${label}${fc}${loss}${accuracy}`,
  );
});

test('a layer within another is not removed: a bracket is missing', () => {
  const text = `${data.trimEnd().slice(0, -1)}\n${fc}`;
  const analysis = analyze(text, { dialect: bvlc, kind: 'net' });
  const titles = analysis.problems.flatMap((problem) => fixesOf(analysis, problem).map((fix) => titleOf(fix, english)));
  expect(titles.filter((title) => title.startsWith('Remove'))).toEqual([]);
});

test('a title has the words of its phrases', () => {
  const text = `${data}${fc.replace('num_output: 5 }', 'num_output: 5 bottom: "data" }').replace('bottom: "data" top', 'top')}`;
  const analysis = analyze(text, { dialect: bvlc, kind: 'net' });
  const [problem] = analysis.problems.filter(({ code }) => code === 'schema/misplaced-field');
  const [fix] = problem ? fixesOf(analysis, problem) : [];
  expect(fix && titleOf(fix, english)).toBe('Move bottom into the layer itself');
});
