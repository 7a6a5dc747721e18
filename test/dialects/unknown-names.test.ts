/** Names that the chosen Caffe lacks, if no Caffe is specified for the file. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { infoOf } from '#core/problems/index';
import { bvlc } from '#core/dialects/bvlc';
import { messageOf } from '#core/messages/render';
import { formatShape } from '#core/net/shape';

const data = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';
const convolution = (inner: string, beside = ''): string =>
  `${data}layer { name: "c" type: "Convolution" bottom: "d" top: "c" ${beside} convolution_param { num_output: 4 ${inner} } }\n`;

function auto(text: string, accepted: readonly string[] = []): Analysis {
  return analyze(text, { dialect: chooseDialect, accepted: new Set(accepted) });
}

/** `code at word` for all problems except hints. */
function reported({ problems, text }: Analysis): readonly string[] {
  return problems
    .filter(({ code }) => infoOf(code).severity !== 'hint')
    .map(({ code, span }) => `${code} at ${text.slice(span.start, span.end)}`);
}

function lastTop(analysis: Analysis): string {
  const [state] = analysis.states;
  return state ? formatShape(analysis.state(state).layers.at(-1)?.tops.at(-1) ?? null) : '';
}

describe('reports a name similar to one of its message as misspelt', () => {
  test.each([
    [convolution('kernal_size: 3'), 'schema/unknown-field at kernal_size'],
    [
      convolution('kernel_size: 3').replace('convolution_param', 'convolution_parm'),
      'schema/unknown-field at convolution_parm',
    ],
    [convolution('kernel_size: 3').replace('"Convolution"', '"Convoluton"'), 'net/unknown-layer-type at Convoluton'],
    [convolution('kernel_size: 3 weight_filler { type: "xaiver" }'), 'filler/unknown-type at "xaiver"'],
    [
      convolution('kernal_size: 3').replace('convolution_param', 'convolution_parm'),
      ['schema/unknown-field at convolution_parm', 'schema/unknown-field at kernal_size'],
    ],
    [
      convolution('kernel_size: 3')
        .replace('"Convolution"', '"Convoluton"')
        .replace('convolution_param', 'convolution_parm'),
      ['net/unknown-layer-type at Convoluton', 'schema/unknown-field at convolution_parm'],
    ],
  ])('%s', (text, problem) => {
    const analysis = auto(text);
    expect(reported(analysis)).toEqual([problem].flat());
    expect(lastTop(analysis)).toBe('1×4×6×6');
  });
});

describe('reports a name of its own that resembles a known one as a warning, without a suggestion', () => {
  const layer = (type: string, more = ''): string =>
    `${data}layer { name: "x" type: "${type}" bottom: "d" top: "x" ${more} }\n`;
  test.each([
    ['a message with other fields', convolution('kernel_size: 300', 'orn_param { orientations: 8 }'), ['orn_param']],
    ['a type with its message', layer('BReLU', 'brelu_param { minval: 0 maxval: 1 }'), ['BReLU', 'brelu_param']],
    [
      'a type with its message, of known fields',
      layer('Dilution', 'dilution_param { dropout_ratio: 0.5 }'),
      ['Dilution', 'dilution_param'],
    ],
    ['a type with another acronym', layer('BReLU'), ['BReLU']],
    ['one letter less in an acronym', layer('STMUnit'), ['STMUnit']],
    ['most fields unknown', layer('Crop', 'corp_param { axis: 2 wobble: 1 }'), ['corp_param']],
  ])('%s', (_, text, names) => {
    expect(reported(auto(text))).toEqual(names.map((name) => `schema/unknown-name at ${name}`));
  });
});

describe('reports a name unknown to every Caffe as a warning, and does not check its layer', () => {
  test.each([
    [convolution('kernel_size: 300 blur_radius: 3'), 'schema/unknown-name at blur_radius'],
    [convolution('kernel_size: 300', 'wobble_param { a: 1 }'), 'schema/unknown-name at wobble_param'],
    [convolution('kernel_size: 300').replace('"Convolution"', '"Wobble"'), 'schema/unknown-name at Wobble'],
  ])('%s', (text, problem) => {
    const analysis = auto(text);
    expect(reported(analysis)).toEqual([problem]);
    expect(lastTop(analysis)).toBe('?');
  });

  test('reports an unknown filler, but keeps the shapes', () => {
    const analysis = auto(convolution('kernel_size: 3 weight_filler { type: "wobble" }'));
    expect(reported(analysis)).toEqual(['schema/unknown-name at "wobble"']);
    expect(lastTop(analysis)).toBe('1×4×6×6');
  });

  test('reports each name once, however often it occurs', () => {
    expect(reported(auto(convolution('kernel_size: 3 wobble: 1 wobble: 2')))).toEqual([
      'schema/unknown-name at wobble',
    ]);
  });

  test('reports one problem for the file from four names on, with a hint at each', () => {
    const analysis = auto(convolution('aaaaa: 1 bbbbb: 1 ccccc: 1 ddddd: 1'));
    expect(reported(analysis)).toEqual(['schema/unknown-names at aaaaa']);
    expect(analysis.problems.filter(({ code }) => code === 'schema/unknown-name-here')).toHaveLength(4);
  });

  test('does not report an accepted name', () => {
    expect(reported(auto(convolution('kernel_size: 3 wobble: 1'), ['wobble']))).toEqual([]);
    expect(reported(auto(convolution('kernel_size: 3').replace('"Convolution"', '"Wobble"'), ['Wobble']))).toEqual([]);
  });

  test('reports an error for a Caffe selected by name', () => {
    const text = convolution('kernel_size: 3 wobble: 1');
    expect(reported(analyze(text, { dialect: bvlc }))).toEqual(['schema/unknown-field at wobble']);
    expect(reported(auto(`# prototxt: schema=bvlc\n${text}`))).toEqual(['schema/unknown-field at wobble']);
  });
});

describe('names of another Caffe', () => {
  const text = `${data}layer { name: "up" type: "HashingLoss" bottom: "d" top: "y" hashing_loss_param { } }
layer { name: "r" type: "RankHardLoss" bottom: "d" bottom: "y" top: "r" rank_hard_loss_param { margin: 0.5 } }\n`;

  test('are reported once for the file, as information, with their owners', () => {
    const analysis = auto(text);
    expect(reported(analysis)).toEqual(['schema/other-caffe at HashingLoss']);
    const [problem] = analysis.problems;
    const sentence = problem ? messageOf(problem) : '';
    for (const name of ['HashingLoss', 'hashing_loss_param', 'RankHardLoss', 'rank_hard_loss_param'])
      expect(sentence).toContain(name);
  });

  test('are not reported if accepted, regardless of their values', () => {
    const accepted = ['HashingLoss', 'hashing_loss_param', 'RankHardLoss', 'rank_hard_loss_param', 'margin'];
    expect(reported(auto(text.replace('margin: 0.5', 'margin: "a"'), accepted))).toEqual([]);
    expect(reported(auto(text, accepted.slice(1)))).toEqual(['schema/other-caffe at HashingLoss']);
  });

  test('have their values checked by the definitions of their owners', () => {
    expect(reported(auto(text.replace('margin: 0.5', 'margin: "a"')))).toEqual([
      'schema/other-caffe at HashingLoss',
      'schema/unlikely-value at "a"',
    ]);
  });

  test('do not get the rules of a modelled layer of the same name with other counts', () => {
    const one = `${data}layer { name: "up" type: "Upsample" bottom: "d" top: "u" upsample_param { scale: 2 } }\n`;
    expect(auto(one).problems.filter(({ code }) => infoOf(code).severity === 'error')).toEqual([]);
  });

  test('have their counts checked if these are the same in every Caffe', () => {
    expect(reported(auto(`${data}layer { name: "a" type: "Axpy" bottom: "d" bottom: "d" top: "a" }\n`))).toEqual([
      'net/bottom-count at Axpy',
    ]);
  });
});

describe('reports a field in the wrong message of its layer', () => {
  test.each([
    [convolution('kernel_size: 3', 'group: 1'), 'group', 'convolution_param'],
    [convolution('kernel_size: 3', 'lr_mult: 2'), 'lr_mult', 'param'],
    [convolution('kernel_size: 3', 'blobs_lr: 2'), 'blobs_lr', 'param'],
    [convolution('kernel_size: 3 lr_mult: 2'), 'lr_mult', 'param'],
    [convolution('kernel_size: 3', 'param { num_output: 3 }'), 'num_output', 'convolution_param'],
    [convolution('kernel_size: 3 loss_weight: 1'), 'loss_weight', 'the layer itself'],
  ])('%s', (text, name, place) => {
    const analysis = auto(text);
    expect(reported(analysis)).toEqual([`schema/misplaced-field at ${name}`]);
    expect(analysis.problems.map((problem) => messageOf(problem)).join()).toContain(place);
  });
});

describe('a fragment of layers', () => {
  const fragment = `layer { name: "c" type: "Convolution" bottom: "pool1" top: "c" convolution_param { num_output: 4 kernel_size: 3 } }
layer { name: "r" type: "ReLU" bottom: "c" top: "c" }\n`;

  test('may read blobs that nothing in the file produces', () => {
    expect(reported(auto(fragment))).toEqual([]);
  });

  test('is still checked for misspelt names of its blobs', () => {
    expect(
      reported(
        auto(
          fragment
            .replace('bottom: "c" top: "c"', 'bottom: "cc" top: "d"')
            .replaceAll('"c"', '"conv"')
            .replace('"cc"', '"convv"'),
        ),
      ),
    ).toEqual(['net/unknown-bottom at convv']);
  });

  test('is not assumed if the file has data: then an unknown bottom is an error', () => {
    expect(reported(auto(data + fragment))).toEqual(['net/unknown-bottom at pool1']);
  });
});

test.each([
  ['plateau', ['schema/other-caffe at "plateau"']],
  ['polly', ['solver/unknown-policy at "polly"']],
  ['cosine', ['schema/unknown-name at "cosine"']],
])('reports the policy %s of a solver whose fields match no fork', (policy, expected) => {
  expect(reported(auto(`train_net: "a"\nbase_lr: 0.1\nlr_policy: "${policy}"\nmax_iter: 9\n`))).toEqual(expected);
});
