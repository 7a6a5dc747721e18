/** What targets report in a net: a target made for the test, and the rules of built-in ones. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { messageOf } from '#core/messages/render';
import { readTarget } from '#core/targets/target-form';

const head = {
  id: 'chip',
  name: 'Chip',
  version: '1',
  date: '2026-01-01',
  basis: 'documents',
  sources: { manual: 'the manual' },
  layers: { Input: { source: 'manual:1' } },
};

const data = 'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

/** `text at the place: message`, without what to do. */
function found(text: string, target: object, named = 'chip.json'): readonly string[] {
  const reading = readTarget({ ...head, ...target });
  expect(reading.kind).toBe('target');
  const ownTargets = new Map([['chip.json', reading]]);
  return analyze(text, { dialect: bvlc, targets: [named], ownTargets })
    .problems.filter(({ code }) => code.startsWith('target/'))
    .map(
      (problem) =>
        `${text.slice(problem.span.start, problem.span.end)}: ${problem.code} ${messageOf(problem, english).split('. ')[0]}`,
    );
}

function pool(fields: string): string {
  return `${data}layer { name: "p" type: "Pooling" bottom: "data" top: "p" pooling_param { ${fields} } }\n`;
}

function pooling(layer: object): object {
  return { layers: { ...head.layers, Pooling: { source: 'manual:2', ...layer } } };
}

test('a type that it lacks', () => {
  expect(found(pool('kernel_size: 2'), {})).toEqual([
    'Pooling: target/unsupported-layer Chip has no layer type Pooling',
  ]);
});

describe('fields', () => {
  test('that are not read', () => {
    expect(found(pool('kernel_size: 2 stride: 2'), pooling({ reads: ['kernel_size'] }))).toEqual([
      'stride: target/lost-field Chip ignores `stride` of Pooling',
    ]);
  });
  test('with the default value', () => {
    expect(found(pool('kernel_size: 2 stride: 1 pool: MAX'), pooling({ reads: ['kernel_size'] }))).toEqual([]);
  });
  test('where it is not known what is read', () => {
    expect(found(pool('kernel_size: 2 stride: 2'), pooling({}))).toEqual([]);
  });
  test('that are read under a condition', () => {
    const layer = pooling({ reads: ['kernel_size'], readsIf: { pad_h: 'has(pad_w)', pad_w: 'has(pad_h)' } });
    expect(found(pool('kernel_size: 2 pad_h: 1 pad_w: 1'), layer)).toEqual([]);
    expect(found(pool('kernel_size: 2 pad_h: 1'), layer)).toEqual([
      'pad_h: target/lost-field Chip ignores `pad_h` of Pooling',
    ]);
  });
  test('with the value that the target always uses', () => {
    const layer = pooling({ reads: ['kernel_size'], assumes: { pool: 'AVE' } });
    expect(found(pool('kernel_size: 2 pool: AVE'), layer)).toEqual([]);
    expect(found(pool('kernel_size: 2 pool: MAX'), layer)).toEqual([
      'pool: target/lost-field Chip ignores `pool` of Pooling',
    ]);
  });
  test('that its parser lacks', () => {
    const fields = { source: 'manual', adds: {}, lacks: { PoolingParameter: ['round_mode'] } };
    expect(found(pool('kernel_size: 2 round_mode: FLOOR'), { ...pooling({ reads: ['kernel_size'] }), fields })).toEqual(
      ["round_mode: target/limit Chip: its parser has no 'round_mode' and rejects the file"],
    );
  });
});

describe('limits', () => {
  test('of fields, at the first field that is written', () => {
    const layer = pooling({ limits: [{ requires: 'window.kernel[0] * window.kernel[1] <= 9 && kernel_size < 9' }] });
    expect(found(pool('kernel_size: 3'), layer)).toEqual([]);
    expect(found(pool('kernel_size: 4'), layer)).toEqual([
      '4: target/limit Chip: requires window.kernel[0] * window.kernel[1] <= 9 && kernel_size < 9, ' +
        'here window.kernel[0] = 4, window.kernel[1] = 4, kernel_size = 4',
    ]);
  });
  test('of shapes, at the type', () => {
    const layer = pooling({ limits: [{ requires: 'bottom[0][1] % 2 == 0' }] });
    expect(found(pool('kernel_size: 3'), layer)).toEqual([
      'Pooling: target/limit Chip: requires bottom[0][1] % 2 == 0, here bottom[0][1] = 3',
    ]);
  });
  test('of every layer', () => {
    const limits = [{ requires: 'within(layer.name, "abcdefghijklmnopqrstuvwxyz")' }];
    expect(found(pool('kernel_size: 3').replace('"p"', '"p 1"'), { ...pooling({}), limits })).toHaveLength(1);
  });
  test('that depend on something unknown', () => {
    const layer = pooling({ limits: [{ requires: 'bottom[0][9] > 1' }, { requires: 'no_such_field == 1' }] });
    expect(found(pool('kernel_size: 3'), layer)).toEqual([]);
  });
});

describe('what must be rewritten', () => {
  const rewrites = { layers: 'manual', inputs: 'manual', data: 'manual', states: 'manual' };
  test('the old format and old inputs', () => {
    const text =
      'input: "d"\ninput_dim: 1\ninput_dim: 1\ninput_dim: 1\ninput_dim: 1\nlayers { name: "s" type: SPLIT bottom: "d" top: "s" }\n';
    expect(found(text, { rewrites })).toEqual([
      'input: target/rewrite Chip needs the current format instead of `input`',
      'layers: target/rewrite Chip needs the current format instead of `layers`',
      'SPLIT: target/unsupported-layer Chip has no layer type Split',
    ]);
  });
  test('a training net, whose data and losses are not reported one by one', () => {
    const text = `layer { name: "d" type: "Data" top: "d" top: "l" data_param { source: "x" batch_size: 1 } }
layer { name: "f" type: "Flatten" bottom: "d" top: "f" }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "f" bottom: "l" }\n`;
    expect(found(text, { rewrites })).toEqual([
      'Data: target/rewrite Chip needs a deploy net, without data layers and losses',
      'Flatten: target/unsupported-layer Chip has no layer type Flatten',
    ]);
  });
  test('another type', () => {
    const layer = pooling({ rewrite: { type: 'Pool', source: 'manual' } });
    expect(found(pool('kernel_size: 3'), layer)).toEqual(['Pooling: target/rewrite Chip needs type Pool']);
  });
});

test('nothing is reported without a target', () => {
  expect(analyze(pool('kernel_size: 2'), { dialect: bvlc }).problems).toEqual([]);
});

test('a comment in the net replaces the targets that are asked for', () => {
  const text = `# prototxt: target=ncnn\n${pool('kernel_size: 2')}`;
  expect(found(text, {})).toEqual([]);
});

test('a target file that is broken is reported with its place', () => {
  const reading = readTarget({ ...head, layers: { Pooling: { source: 'manual', reads: 'all' } } });
  expect(reading).toMatchObject({ kind: 'broken', path: 'layers.Pooling.reads' });
  const text = `# prototxt: target=a.json\n${data}`;
  const { problems } = analyze(text, { dialect: bvlc, ownTargets: new Map([['a.json', reading]]) });
  expect(problems.map(({ code, args }) => [code, args])).toMatchObject([
    ['comment/broken-target', { name: 'a.json', path: 'layers.Pooling.reads' }],
  ]);
});
