import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { infoOf } from '#core/problems/index';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { displayState } from '#server/display-state';
import { completion } from '#server/features/completion';
import { pathCompletions } from '#server/features/completion/paths';
import { plainText, type Completion } from '#server/features/completion/item';
import { readFixture } from '../support/marks';
import { filesOf } from '../support/session';

interface Asked {
  readonly text: string;
  readonly items: readonly Completion[];
}

function ask(fixture: string): Asked {
  const { text, cursor } = readFixture(fixture);
  const analysis = analyze(text, { dialect: bvlc });
  return {
    text,
    items: completion({ analysis, offset: cursor, state: displayState(analysis), stagesAround: [], language: english }),
  };
}

/** The proposed labels, the most likely first. */
function check(fixture: string): readonly string[] {
  return ask(fixture).items.map(({ label }) => label);
}

/** The text after choosing an item. */
function choose(fixture: string, label: string): string {
  const { text, items } = ask(fixture);
  const item = items.find((candidate) => candidate.label === label);
  if (!item) throw new Error(`${label} is not among ${items.map((candidate) => candidate.label).join(', ')}`);
  return text.slice(0, item.span.start) + plainText(item.snippet) + text.slice(item.span.end);
}

const data =
  'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 4 dim: 3 dim: 16 dim: 16 } } }\n';
const conv = `${data}layer { name: "conv1" type: "Convolution" bottom: "data" top: "conv1" convolution_param { num_output: 8 kernel_size: 3 } }\n`;

test('starts a file as a net or as a solver', () => {
  expect(check('$0').slice(4, 6)).toEqual(['layer', 'name']);
  expect(check('la$0')).toContain('base_lr');
  expect(check(`${data}$0`)).not.toContain('base_lr');
  expect(check('net_param { $0 }')).not.toContain('base_lr');
  expect(new Set(check('$0')).size).toBe(check('$0').length);
});

test('proposes the fields of a solver in their usual order', () => {
  expect(check('net: "a.prototxt"\n$0').slice(0, 4)).toEqual(['test_iter', 'test_interval', 'base_lr', 'lr_policy']);
  expect(check('$0').slice(4, 7)).toEqual(['layer', 'name', 'net']);
});

test('proposes only names that fit the value after them', () => {
  expect(check(`${data}layer { type: "Pooling" po$0 { kernel_size: 2 } }`)).toEqual([
    'pooling_param',
    'param',
    'include',
    'exclude',
  ]);
  expect(check(`${data}layer { type: "Pooling" ph$0: TEST }`)).not.toContain('pooling_param');
});

test('proposes a choice of forty types as a list, not in a snippet', () => {
  const item = ask('layers { ty$0 }').items.find(({ label }) => label === 'type');
  expect(item).toMatchObject({ snippet: 'type: $1', again: true });
});

test('omits fields that exist, and those that the type never reads', () => {
  const fields = check(`${data}layer {\n  name: "c"\n  type: "Convolution"\n  bottom: "data"\n  $0\n}\n`);
  expect(fields.slice(0, 3)).toEqual(['bottom', 'top', 'convolution_param']);
  for (const field of ['name', 'type', 'pooling_param', 'blobs']) expect(fields).not.toContain(field);
});

test('omits bottom for a layer without inputs, and exclude for one with include', () => {
  expect(check('layer { type: "Input" $0 }')).not.toContain('bottom');
  const fields = check('layer { include { phase: TEST } $0 }');
  expect(fields).toContain('include');
  expect(fields).not.toContain('exclude');
});

test('proposes only fields that a filler reads', () => {
  const filler = (body: string): readonly string[] =>
    check(`${conv.replace('kernel_size: 3', `kernel_size: 3 weight_filler { ${body} }`)}`);
  expect(filler('type: "xavier" $0')).toEqual(['sparse', 'variance_norm']);
  expect(filler('type: "gaussian" std: 0.1 $0')).toEqual(['mean', 'sparse']);
  expect(filler('$0')).toContain('xavier');
});

test('completes an empty filler with the numbers that its type reads', () => {
  expect(choose('layer { type: "PReLU" prelu_param { filler { $0 } } }', 'uniform')).toContain(
    'filler { type: "uniform" min: 0 max: 1 }',
  );
});

test.each([
  ['pooling_param { $0 }', 'pool', 'pooling_param { pool: MAX }'],
  ['pooling_param { po$0 }', 'global_pooling', 'pooling_param { global_pooling: true }'],
  ['pooling_param { ker$0nel: 3 }', 'kernel_size', 'pooling_param { kernel_size: 3 }'],
  ['$0', 'pooling_param', 'pooling_param {\n  pool: MAX\n  kernel_size: 2\n  stride: 2\n}'],
])('completes %s with %s', (body, label, expected) => {
  expect(choose(`layer { type: "Pooling" ${body} }`, label)).toBe(`layer { type: "Pooling" ${expected} }`);
});

test.each([
  ['pool: $0', 'AVE', 'pool: AVE'],
  ['pool: M$0AX', 'STOCHASTIC', 'pool: STOCHASTIC'],
  ['global_pooling: $0', 'true', 'global_pooling: true'],
])('completes values: %s with %s', (body, label, expected) => {
  expect(choose(`layer { type: "Pooling" pooling_param { ${body} } }`, label)).toContain(`{ ${expected} }`);
});

test.each([
  ['type: $0', 'type: "ReLU"'],
  ['type: "$0"', 'type: "ReLU"'],
  ['type: "Re$0LU6"', 'type: "ReLU"'],
  ["type: '$0'", "type: 'ReLU'"],
  ['type: Re$0', 'type: "ReLU"'],
])('completes a layer type with missing quotes: %s', (body, expected) => {
  expect(choose(`layer {\n  ${body}\n}`, 'ReLU')).toBe(`layer {\n  ${expected}\n}`);
});

test('proposes blobs from before the layer, the nearest first, with their shapes', () => {
  const { items } = ask(
    `${conv}layer { name: "r" type: "ReLU" bottom: "$0" top: "r" }\nlayer { name: "z" type: "ReLU" bottom: "r" top: "z" }`,
  );
  expect(items.map(({ label, detail }) => `${label} ${detail ?? ''}`)).toEqual(['conv1 4×8×14×14', 'data 4×3×16×16']);
});

test("proposes the layer's name or its bottom for a top", () => {
  expect(check(`${data}layer { name: "r" type: "ReLU" bottom: "data" top: "$0" }`)).toEqual(['r', 'data']);
});

test('proposes shared params, then new ones named after the layer', () => {
  const net = `${conv.replace('top: "conv1"', 'top: "conv1" param { name: "shared" }')}layer { name: "c2" type: "Convolution" param { name: "$0" } }`;
  expect(check(net)).toEqual(['shared', 'c2_w', 'c2_b']);
});

test('proposes the stages of the file', () => {
  expect(check('layer { include { stage: "deploy" not_stage: "fit" } }\nlayer { include { stage: "$0" } }')).toEqual([
    'deploy',
    'fit',
  ]);
});

test('proposes the types of old formats', () => {
  expect(check('layers { type: CON$0 }')).toContain('CONVOLUTION');
  expect(check('layers { layer { type: "$0" } }')).toContain('innerproduct');
});

test("proposes a solver's fields, policies and types", () => {
  expect(check('net: "a"\nbase_lr: 0.1\n$0')).toContain('momentum');
  expect(check('net: "a"\nbase_lr: 0.1\nlr_policy: "$0"')).toContain('poly');
  expect(check('net: "a"\nbase_lr: 0.1\ntype: "$0"')).toContain('Adam');
});

test('completes unfinished texts', () => {
  expect(check(`layer {\n  name: "a"\n  convolution_param {\n    $0\n${data}`)).toContain('num_output');
  expect(check(`layer {\n  type: "Pooling"\n  pooling_param {\n    pool: $0\n  }\n}\n${data}`)).toEqual([
    'MAX',
    'AVE',
    'STOCHASTIC',
  ]);
  expect(check(`${data}layer {\n  bottom: "da$0\n  top: "x"\n}\n`)).toEqual(['data']);
  expect(check(`${data}layer {\n  bottom: $0\n  top: "x"\n}\n`)).toEqual(['data']);
  expect(choose(`${data}layer {\n  bottom: "da$0\n  top: "x"\n}\n`, 'data')).toContain('bottom: "data"\n');
});

test('escapes quotes in a name', () => {
  const text = data.replace('top: "data"', `top: "a\\"b'"`);
  expect(choose(`${text}layer {\n  bottom: "$0"`, `a"b'`)).toContain('bottom: "a\\"b\'"');
  expect(choose(`${text}layer {\n  bottom: '$0'`, `a"b'`)).toContain(`bottom: 'a"b\\''`);
});

test('proposes nothing in a string of several lines', () => {
  expect(check(`${data}layer {\n  bottom: "da$0"\n  "ta"\n}`)).toEqual([]);
});

test('completes comments: directives, states, and codes, those of the file first', () => {
  expect(check('# prot$0')).toEqual(['prototxt:', 'prototxt-disable-next-line', 'prototxt-disable']);
  expect(check('# prototxt: $0').slice(0, 5)).toEqual(['phase=TRAIN', 'phase=TEST', 'level=1', 'datum', 'weights']);
  expect(check('# prototxt: phase=TEST $0')).not.toContain('datum');
  expect(check('# prototxt: datum 3$0')).toEqual([]);
  expect(check('# prototxt: phase=TEST ta$0')).toContain('target=');
  expect(check('# prototxt: target=$0').slice(0, 2)).toEqual(['ncnn', 'opencv']);
  expect(check('# prototxt: phase=TEST target=ncnn,$0')[0]).toBe('opencv');
  expect(choose('# prototxt: target=ncnn,rk$0', 'rknn')).toContain('# prototxt: target=ncnn,rknn');
  expect(check('# prototxt: phase=TEST st$0\nlayer { include { stage: "a" } }')).toContain('stage=a');
  expect(choose('# prototxt: phase=TEST st$0\nlayer { include { stage: "a" } }', 'stage=a')).toContain(
    '# prototxt: phase=TEST stage=a\n',
  );
  expect(check(`# prototxt-disable-next-line $0\nlayer { mystery: 1 }`)[0]).toMatch(/^(net|schema)\//);
  expect(choose('# prototxt-disable-next-line schema/un$0\nlayer { mystery: 1 }', 'schema/unknown-field')).toContain(
    '-line schema/unknown-field\n',
  );
  expect(check('# a comment $0')).toEqual([]);
  expect(check('# prototxt-disable net/a -- because $0')).toEqual([]);
});

test('proposes files in the folders that a path may be relative to', async () => {
  const files = filesOf({
    'file:///zoo/nets/a.prototxt': '',
    'file:///zoo/nets/solver.prototxt': '',
    'file:///zoo/nets/mean.binaryproto': '',
    'file:///zoo/b.prototxt': '',
    'file:///zoo/nets/vgg.caffemodel': '',
  });
  const propose = async (fixture: string): Promise<readonly string[] | undefined> => {
    const { text, cursor } = readFixture(fixture);
    const analysis = analyze(text, { dialect: bvlc, kind: 'solver' });
    const items = await pathCompletions(
      { analysis, offset: cursor, state: undefined, stagesAround: [], language: english },
      'file:///zoo/nets/solver.prototxt',
      ['file:///zoo'],
      files,
    );
    return items?.map(({ label }) => label);
  };
  expect(await propose('net: "$0"')).toEqual(['a.prototxt', 'b.prototxt', 'nets/']);
  expect(await propose('base_lr: $0')).toBeUndefined();
  expect(await propose('net: "nets/$0"')).toEqual(['nets/a.prototxt']);
  expect(await propose('# prototxt: weights $0')).toEqual(['vgg.caffemodel']);
  expect(await propose('# prototxt: weights vgg.ca$0')).toEqual(['vgg.caffemodel']);
});

test('proposes nothing where nothing fits', () => {
  expect(check('layer { convolution_param { num_output: 6$0 } }')).toEqual([]);
  expect(check('layer { mystery { $0 } }')).toEqual([]);
  expect(check('layer { type: "ReLU"$0 }')).toEqual([]);
});

test('connects a new layer to the previous one, and gives it an unused name', () => {
  expect(choose(`${conv}$0`, 'Convolution')).toBe(`${conv}layer {
  name: "conv2"
  type: "Convolution"
  bottom: "conv1"
  top: "conv2"
  convolution_param {
    num_output: 64
    kernel_size: 3
    pad: 1
    weight_filler { type: "msra" }
  }
}`);
});

/** Inputs that fit each kind of layer; a layer takes the last blobs first. */
const before = (type: string): string => {
  const shapes = shapesFor[type] ?? ['4 3 16 16', '4 3 16 16', '4 3 16 16'];
  const names = ['c', 'b', 'a'].slice(0, shapes.length);
  const inputs = names.map(
    (name, i) =>
      `layer { name: "${name}" type: "Input" top: "${name}" input_param { shape {${dims(shapes[names.length - 1 - i] ?? '')} } } }\n`,
  );
  const label = `layer { name: "label" type: "Input" top: "label" input_param { shape {${dims(labels[type] ?? '4')} } } }\n`;
  return `${label}${type === 'ContrastiveLoss' ? label.replaceAll('label', 'sim') + label.replaceAll('label', 'data2').replace('dim: 4', 'dim: 4 dim: 3') : ''}${inputs.join('')}`;
};
const dims = (shape: string): string =>
  shape
    .split(' ')
    .map((dim) => ` dim: ${dim}`)
    .join('');
const shapesFor: Readonly<Record<string, readonly string[]>> = {
  Accuracy: ['4 3'],
  SoftmaxWithLoss: ['4 3'],
  HingeLoss: ['4 3'],
  MultinomialLogisticLoss: ['4 3'],
  InfogainLoss: ['4 3'],
  ContrastiveLoss: ['4 3'],
  LSTM: ['5 4 8', '5 4'],
  RNN: ['5 4 8', '5 4'],
  LSTMUnit: ['1 4 8', '1 4 32', '1 4'],
  BatchReindex: ['4 3', '4'],
  Filter: ['4 3', '4'],
  Embed: ['4'],
};
const labels: Readonly<Record<string, string>> = { EuclideanLoss: '4 3 16 16', SigmoidCrossEntropyLoss: '4 3 16 16' };

test.each(bvlc.layers.types.filter((type) => type !== 'Python' && type !== 'Split'))(
  'proposes a %s that Caffe accepts',
  (type) => {
    const text = choose(`${before(type)}$0`, type);
    const { problems } = analyze(text, { dialect: bvlc });
    expect(
      problems.filter(({ code }) => infoOf(code).severity === 'error'),
      text,
    ).toEqual([]);
    expect(text).toContain(`type: "${type}"`);
  },
);

test('offers nets and a solver in an empty file, each without a problem', () => {
  const labels = check('$0').slice(0, 4);
  expect(labels).toEqual([
    'net: classifier to train',
    'net: classifier to deploy',
    'net: fully convolutional',
    'solver',
  ]);
  for (const label of labels) {
    const { problems, kind } = analyze(choose('$0', label), { dialect: bvlc });
    expect([label, kind, problems]).toEqual([label, label === 'solver' ? 'solver' : 'net', []]);
  }
  expect(check('name: "a"\n$0')).not.toContain('solver');
});

const records =
  '# prototxt: datum 3x8x8\nlayer { name: "data" type: "Data" top: "data" top: "label" data_param { source: "a" batch_size: 4 backend: LMDB } }\n';

test('connects a layer after a data layer to the data, not to the labels', () => {
  expect(choose(`${records}$0`, 'Convolution')).toContain('bottom: "data"');
  expect(check(`${records}layer { name: "c" type: "Convolution" bottom: "$0" }`)).toEqual(['data', 'label']);
});

test('proposes the label for the second bottom of a loss', () => {
  const net = `${records}layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 2 } }\n`;
  expect(check(`${net}layer { name: "l" type: "SoftmaxWithLoss" bottom: "fc" bottom: "$0" }`)[0]).toBe('label');
  expect(choose(`${net}$0`, 'SoftmaxWithLoss')).toContain('bottom: "fc"\n  bottom: "label"');
});

test('proposes types in order of use', () => {
  expect(check('layer { type: "$0" }').slice(0, 4)).toEqual(['Convolution', 'ReLU', 'Pooling', 'InnerProduct']);
  const starting = (start: string): readonly string[] =>
    check('layer { type: "$0" }').filter((type) => type.startsWith(start));
  expect(starting('In').slice(0, 2)).toEqual(['InnerProduct', 'Input']);
  const fillers = (field: string): readonly string[] =>
    check(
      `${data}layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { ${field} { type: "$0" } } }`,
    );
  expect(fillers('weight_filler').slice(0, 5)).toEqual(['xavier', 'msra', 'gaussian', 'constant', 'bilinear']);
  expect(fillers('bias_filler')[0]).toBe('constant');
});

test.each(['conv-bn-scale-relu', 'residual block'])(
  'completes a block with unused names and fitting shapes: %s',
  (label) => {
    const first = choose(`${data}$0`, label).replaceAll('num_output: 64', 'num_output: 3');
    const twice = choose(`${first}\n$0`, label).replaceAll('num_output: 64', 'num_output: 3');
    for (const text of [first, twice])
      expect(analyze(text, { dialect: bvlc }).problems.filter(({ code }) => infoOf(code).severity !== 'hint')).toEqual(
        [],
      );
  },
);

test('finds InnerProduct by its common names', () => {
  expect(choose(`${data}$0`, 'fc')).toContain('type: "InnerProduct"');
});

test('no layer of a block takes the name of another', () => {
  const taken = 'layer { name: "bn1a" type: "ReLU" bottom: "data" top: "other" }\n';
  const text = choose(`${data}${taken}$0`, 'residual block').replaceAll('num_output: 64', 'num_output: 3');
  expect(text).toContain('name: "bn2a"');
  expect(analyze(text, { dialect: bvlc }).problems.map(({ code }) => code)).not.toContain('net/duplicate-layer-name');
});
