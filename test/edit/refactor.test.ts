import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { Dialect } from '#core/dialects/dialect';
import { dialectOf } from '#core/dialects/index';
import { applyChanges, type Fix } from '#core/edit/change';
import { deployText } from '#core/edit/refactor/deploy';
import type { Language } from '#core/messages/language';
import { simplifiedChinese } from '#core/messages/zh-cn/index';
import { isError } from '#core/problems/index';
import { blockAt, duplicateBlock, nextPrefix } from '#core/edit/refactor/duplicate';
import { refactoringsAt } from '#core/edit/refactor/index';
import { insertLayers } from '#core/edit/refactor/insert-layer';
import { statesOf } from '#core/edit/states';
import { dedent, readFixture } from '../support/marks';

const input =
  'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }\n';

/** The text after the fix that `find` chooses at the cursor. Fails if a valid net then has errors. */
function after(fixture: string, find: (analysis: Analysis, cursor: number) => Fix | undefined): string | undefined {
  const { text, cursor } = readFixture(fixture);
  const analysis = analyze(text, { dialect: bvlc });
  const fix = find(analysis, cursor);
  const result = fix && applyChanges(text, fix.changes);
  if (result !== undefined)
    expect(
      analyze(result, { dialect: bvlc })
        .problems.filter(({ code }) => !code.startsWith('check/'))
        .map(({ code }) => code),
    ).toEqual([]);
  return result;
}

const byId =
  (id: Fix['id']) =>
  (analysis: Analysis, cursor: number): Fix | undefined =>
    refactoringsAt(analysis, cursor).find((fix) => fix.id === id);

describe('make in-place', () => {
  const apart =
    `${input}layer { name: "r" type: "ReLU" bottom: "data" top: "r" } # $0halves\nlayer { name: "s" type: "Silence" bottom: "r" }`.replace(
      ' } # $0halves',
      ' $0} # halves',
    );
  const inPlace = `${input}layer { name: "r" type: "ReLU" bottom: "data" top: "data" $0} # halves\nlayer { name: "s" type: "Silence" bottom: "data" }`;

  test('and back', () => {
    expect(after(apart, byId('make-in-place'))).toBe(readFixture(inPlace).text);
    expect(after(inPlace, byId('rename-top'))).toBe(readFixture(apart).text);
  });

  test('is not offered if another layer reads the bottom', () => {
    expect(
      after(
        `${input}layer { name: "t" type: "Silence" bottom: "data" }\nlayer { name: "r" type: "ReLU" bottom: "data" top: "r" $0}`,
        byId('make-in-place'),
      ),
    ).toBeUndefined();
  });

  test('is not offered for a layer whose gradient needs its bottom', () => {
    expect(
      after(`${input}layer { name: "r" type: "LRN" bottom: "data" top: "r" $0}`, byId('make-in-place')),
    ).toBeUndefined();
  });

  test('is not offered where it would overwrite what the gradient of the layer below reads', () => {
    const below = (type: string): string => `${input}layer { name: "b" type: "${type}" bottom: "data" top: "b" }
layer { name: "t" type: "TanH" bottom: "b" top: "t" $0}
layer { name: "s" type: "Silence" bottom: "t" }`;
    expect(after(below('Sigmoid'), byId('make-in-place'))).toBeUndefined();
    expect(after(below('LRN'), byId('make-in-place'))).toBeUndefined();
    expect(after(below('Power'), byId('make-in-place'))).toBe(
      readFixture(below('Power')).text.replaceAll(/(top|bottom): "t"/g, '$1: "b"'),
    );
  });

  test('is not offered if the bottom counts in the loss', () => {
    const weighted = (weight: string): string =>
      `${input}layer { name: "m" type: "Reduction" bottom: "data" top: "m" ${weight} }
layer { name: "t" type: "TanH" bottom: "m" top: "t" $0}`;
    expect(after(weighted('loss_weight: 1'), byId('make-in-place'))).toBeUndefined();
    expect(after(weighted(''), byId('make-in-place'))).toContain('bottom: "m" top: "m"');
  });

  test('is not offered if another phase reads a different blob of the same name', () => {
    const text = `${input}layer { name: "r" type: "ReLU" bottom: "data" top: "r" include { phase: TRAIN } $0}
layer { name: "p" type: "TanH" bottom: "data" top: "r" include { phase: TEST } }
layer { name: "s" type: "Silence" bottom: "r" }`;
    expect(after(text, byId('make-in-place'))).toBeUndefined();
  });
});

describe('inserting a layer on a blob', () => {
  test.each(['    ', '\t', ' '])('indents as the first message over several lines does: %j', (indent) => {
    const text = `${input}# made by hand\nlayer {\n\n${indent}name: "r" type: "ReLU" bottom: "data" top: "r"\n}\n`;
    expect(after(`${text}$0`, (analysis) => insertLayers(analysis, text.indexOf('"r"') + 1, ['ReLU']))).toBe(
      `${text}layer {\n${['name: "r_relu"', 'type: "ReLU"', 'bottom: "r"', 'top: "r"'].map((line) => `${indent}${line}\n`).join('')}}\n`,
    );
  });

  test('inserts in-place layers, after the producing layer and its comment', () => {
    expect(
      after(`${input.trim()} # images\nlayer { name: "s" type: "Silence" bottom: "$0data" }`, (analysis, cursor) =>
        insertLayers(analysis, cursor, ['BatchNorm', 'Scale']),
      ),
    ).toBe(`${input.trim()} # images
layer {
  name: "data_batchnorm"
  type: "BatchNorm"
  bottom: "data"
  top: "data"
}
layer {
  name: "data_scale"
  type: "Scale"
  bottom: "data"
  top: "data"
  scale_param {
    bias_term: true
  }
}
layer { name: "s" type: "Silence" bottom: "data" }`);
  });

  test('inserts other layers under a new name, which all readers then use', () => {
    const text = `${input}layer { name: "r" type: "ReLU" bottom: "data" top: "data" }\nlayer { name: "s" type: "Silence" bottom: "data" }`;
    expect(
      after(text.replace('top: "data" input', 'top: "$0data" input'), (analysis, cursor) =>
        insertLayers(analysis, cursor, ['Power']),
      ),
    ).toBe(`${input.trim()}
layer {
  name: "data_power"
  type: "Power"
  bottom: "data"
  top: "data_power"
}
layer { name: "r" type: "ReLU" bottom: "data_power" top: "data_power" }
layer { name: "s" type: "Silence" bottom: "data_power" }`);
  });

  test('inserts after the data layers of both phases', () => {
    const data = (phase: string): string =>
      `layer { name: "d" type: "DummyData" top: "d" include { phase: ${phase} } dummy_data_param { shape { dim: 1 dim: 2 } } }\n`;
    const text = `${data('TRAIN')}${data('TEST')}layer { name: "s" type: "Silence" bottom: "$0d" }`;
    expect(
      after(text, (analysis, cursor) => insertLayers(analysis, cursor, ['ReLU']))?.startsWith(
        `${data('TRAIN')}${data('TEST')}layer {\n  name: "d_relu"`,
      ),
    ).toBe(true);
  });

  test('handles quotes and escapes in the name', () => {
    const text = `layer { name: "d" type: "DummyData" top: "$0a\\"b\\\\\\0" dummy_data_param { shape { dim: 1 dim: 2 } } }`;
    expect(after(text, (analysis, cursor) => insertLayers(analysis, cursor, ['ReLU']))).toContain(
      '  bottom: "a\\"b\\\\\\000"\n',
    );
  });

  test('rejects a solver, and a layer that is not closed', () => {
    const none = (text: string): Fix | undefined =>
      insertLayers(analyze(text, { dialect: bvlc }), text.indexOf('top') + 6, ['ReLU']);
    expect(none(`net_param { ${input.trim()} }`)).toBeUndefined();
    expect(none(input.trim().slice(0, -1))).toBeUndefined();
  });

  test('inserts only in the phase that has the blob', () => {
    const text = `layer { name: "d" type: "DummyData" top: "$0d" include { phase: TRAIN } dummy_data_param { shape { dim: 1 dim: 2 } } }`;
    expect(after(text, (analysis, cursor) => insertLayers(analysis, cursor, ['ReLU']))).toContain(
      '  top: "d"\n  include { phase: TRAIN }\n}',
    );
  });
});

describe('duplicating a block under a new prefix', () => {
  const net = `${input}layer {
  name: "unit1/conv" # slides
  type: "Convolution"
  bottom: "data"
  top: "unit1/conv"
  param { name: "unit1/w" }
  convolution_param { num_output: 4 kernel_size: 3 }
}
layer { name: "unit1/relu" type: "ReLU" bottom: "unit1/conv" top: "unit1/conv" $0}
layer { name: "s" type: "Silence" bottom: "unit1/conv" }`;

  test('renames the copy, which reads the same blobs as the original', () => {
    const block = /layer \{\n {2}name: "unit1[^]*?"unit1\/conv" \}/.exec(readFixture(net).text)?.[0] ?? '';
    const duplicated = after(net, byId('duplicate'));
    expect(duplicated).toBe(readFixture(net).text.replace(block, `${block}\n${block.replaceAll('unit1', 'unit2')}`));
  });

  test('counts the layers, and proposes the next unused number', () => {
    const { text, cursor } = readFixture(net);
    const analysis = analyze(text, { dialect: bvlc });
    expect(blockAt(analysis, cursor)).toMatchObject({ prefix: 'unit1/', layers: 2 });
    expect(nextPrefix(analysis, 'unit1/')).toBe('unit2/');
    expect(nextPrefix(analysis, 'res2a_')).toBe('res2b_');
    expect(nextPrefix(analysis, 'head/')).toBeUndefined();
  });

  test('takes the innermost group of the outline, and never all blocks of a kind', () => {
    const layers = (...names: readonly string[]): string =>
      names.map((name) => `layer { name: "${name}" type: "Split" bottom: "data" top: "${name}" }\n`).join('');
    const blockOf = (text: string, name: string): unknown => {
      const analysis = analyze(text, { dialect: bvlc });
      const block = blockAt(analysis, text.indexOf(name));
      return block && [block.prefix, block.layers];
    };
    const inception = layers(
      'inception_3a/1x1',
      'inception_3a/3x3',
      'inception_3a/5x5',
      'inception_3b/1x1',
      'inception_3b/3x3',
    );
    expect(blockOf(inception, 'inception_3a/3x3')).toEqual(['inception_3a/', 3]);
    expect(blockOf(layers('a/b/x', 'a/b/y', 'a/c'), 'a/b/y')).toEqual(['a/b/', 2]);
    expect(blockOf(layers('a/b/x', 'a/b/y', 'a/c'), 'a/c')).toEqual(['a/', 3]);
    expect(blockOf(inception.replaceAll('/', '_'), 'inception_3b_3x3')).toEqual(['inception_3b_', 2]);
    expect(blockOf(layers('loss_a', 'loss_b', 'other'), 'loss_b')).toEqual(['loss_', 2]);
    expect(blockOf(inception, 'none')).toBeUndefined();
  });

  test('rejects a layer that is not closed', () => {
    const analysis = analyze('layer { name: "unit1/a" type: "ReLU"\nlayer { name: "unit1/b" type: "ReLU" }', {
      dialect: bvlc,
    });
    expect(
      duplicateBlock(
        analysis,
        { prefix: 'unit1/', span: { start: 0, end: analysis.text.length }, layers: 2 },
        'unit2/',
      ),
    ).toBeUndefined();
  });

  test('rejects a block that changes a blob from outside in place: the copy would change it again', () => {
    const outside = (
      top: string,
    ): string => `${input}layer { name: "unit1/relu" type: "ReLU" bottom: "data" top: "${top}" $0}
layer { name: "unit1/tanh" type: "TanH" bottom: "${top}" top: "unit1/tanh" }
layer { name: "s" type: "Silence" bottom: "unit1/tanh" }`;
    expect(after(outside('data'), byId('duplicate'))).toBeUndefined();
    expect(after(outside('unit1/relu'), byId('duplicate'))).toContain('name: "unit2/relu" type: "ReLU" bottom: "data"');
  });

  test('rejects a prefix whose names exist', () => {
    expect(
      after(net, (analysis, cursor) => {
        const block = blockAt(analysis, cursor);
        return block && duplicateBlock(analysis, block, 'unit1/');
      }),
    ).toBeUndefined();
  });
});

test('inserts no layer where a state has no such blob', () => {
  const data = (rule: string): string =>
    `layer { name: "d" type: "DummyData" top: "d" include { ${rule} } dummy_data_param { shape { dim: 2 dim: 3 } } }\n`;
  const inserted = (test: string): boolean => {
    const text = `${data('phase: TRAIN')}${data(test)}layer { name: "s" type: "Silence" bottom: "d" include { phase: TRAIN } }\n`;
    return insertLayers(analyze(text, { dialect: bvlc }), text.indexOf('top: "d"') + 6, ['ReLU']) !== undefined;
  };
  expect(inserted('phase: TEST')).toBe(true);
  expect(inserted('phase: TEST stage: "x"')).toBe(false);
  expect(inserted('phase: TEST max_level: 0')).toBe(false);
});

test('inserts no layer that rejects the shape of the blob', () => {
  const text = `${input}layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 2 } }\n`;
  const isInserted = (dialect: Dialect): boolean =>
    insertLayers(analyze(text, { dialect }), text.indexOf('top: "fc"') + 6, ['BatchNorm', 'Scale']) !== undefined;
  expect(isInserted(bvlc)).toBe(true);
  // Its BatchNorm needs four axes.
  expect(isInserted(dialectOf('nvcaffe') ?? bvlc)).toBe(false);
});

describe('the deploy net', () => {
  const train = dedent(`
    name: "n" # a net
    # prototxt: datum 3x32x32
    layer {
      name: "data"
      type: "Data"
      top: "data"
      top: "label"
      include { phase: TRAIN }
      data_param { source: "a" batch_size: 64 }
    }

    layer {
      name: "data"
      type: "Data"
      top: "data"
      top: "label"
      include { phase: TEST }
      data_param { source: "b" batch_size: 50 }
    }
    layer {
      name: "fc"
      type: "InnerProduct"
      bottom: "data"
      top: "fc"
      param { lr_mult: 1 }
      param { lr_mult: 2 } # faster
      inner_product_param {
        num_output: 10 # classes
        weight_filler { type: "xavier" }
      }
    }
    layer { name: "drop" type: "Dropout" bottom: "fc" top: "fc" include { phase: TEST } }
    layer {
      name: "accuracy"
      type: "Accuracy"
      bottom: "fc"
      bottom: "label"
      top: "accuracy"
    }
    layer {
      name: "loss"
      type: "SoftmaxWithLoss"
      bottom: "fc"
      bottom: "label"
      top: "loss"
    }
    `);

  test('has an input, no labels, and the inner operation of the loss', () => {
    const text = deployText(analyze(train, { dialect: bvlc }));
    expect(text).toBe(
      dedent(`
      name: "n" # a net
      # prototxt: datum 3x32x32

      layer {
        name: "data"
        type: "Input"
        top: "data"
        input_param { shape { dim: 1 dim: 3 dim: 32 dim: 32 } }
      }
      layer {
        name: "fc"
        type: "InnerProduct"
        bottom: "data"
        top: "fc"
        # faster
        inner_product_param {
          num_output: 10 # classes
        }
      }
      layer { name: "drop" type: "Dropout" bottom: "fc" top: "fc" }
      layer {
        name: "prob"
        type: "Softmax"
        bottom: "fc"
        top: "prob"
      }`),
    );
    expect(analyze(text ?? '', { dialect: bvlc }).problems).toEqual([]);
  });

  const images = (rest: string): string =>
    dedent(`
    layer { name: "data" type: "ImageData" top: "data" top: "label" image_data_param { source: "x" batch_size: 3 } }
    ${rest}
    `);
  const deployed = (text: string, language?: Language): string | undefined =>
    deployText(analyze(text, { dialect: bvlc }), language);

  test('says which sizes it guesses', () => {
    const text = images('layer { name: "r" type: "ReLU" bottom: "data" top: "r" }');
    expect(deployed(text)).toContain(
      '  top: "data"\n  # The shape of data is not in the net; 1 × 3 × 224 × 224 is a guess.\n  input_param',
    );
    expect(deployed(text, simplifiedChinese)).toContain('  # 网络没有说明 data 的形状：1 × 3 × 224 × 224 是猜测。\n');
    expect(deployed(text.replace('"x"', '"mnist.txt"'))).toContain('dim: 1 dim: 3 dim: 28 dim: 28');
    expect(deployed(text.replace('batch_size', 'new_height: 9 new_width: 9 batch_size'))).not.toContain('guess');
  });

  test('keeps the batch that a layer is written for', () => {
    const text = images(
      'layer { name: "r" type: "Reshape" bottom: "data" top: "r" reshape_param { shape { dim: 3 dim: 1 dim: 3 dim: 4 dim: 4 } } }',
    ).replace('batch_size', 'new_height: 4 new_width: 4 batch_size');
    expect(deployed(text)).toContain('input_param { shape { dim: 3 dim: 3 dim: 4 dim: 4 } }');
  });

  test('has one step of one stream for the markers and words of sequences', () => {
    const text = dedent(`
    layer { name: "h" type: "HDF5Data" top: "words" top: "cont" hdf5_data_param { source: "x" batch_size: 20 } }
    layer { name: "e" type: "Embed" bottom: "words" top: "e" embed_param { input_dim: 9 num_output: 4 weight_filler { type: "xavier" } } }
    layer { name: "l" type: "LSTM" bottom: "e" bottom: "cont" top: "l" recurrent_param { num_output: 2 weight_filler { type: "xavier" } } }
    `);
    expect(deployed(text)).toContain('input_param { shape { dim: 1 dim: 1 } shape { dim: 1 dim: 1 } }');
  });

  test('keeps fillers that decide whether there are params', () => {
    const text = `layer { name: "d" type: "Data" top: "d" data_param { source: "x" batch_size: 2 } transform_param { crop_size: 8 } }
layer { name: "b" type: "BatchNorm" bottom: "d" top: "b" batch_norm_param { scale_filler { type: "constant" value: 1 } bias_filler { type: "constant" } } }
`;
    const net = deployText(analyze(text, { dialect: dialectOf('nvcaffe') ?? bvlc }));
    expect(net).toContain(
      'batch_norm_param { scale_filler { type: "constant" value: 1 } bias_filler { type: "constant" } }',
    );
  });

  test('has inputs as fields where the Caffe is older than the Input layer', () => {
    const text = `layer { name: "d" type: "Data" top: "d" data_param { source: "x" batch_size: 2 } transform_param { crop_size: 8 } }
layer { name: "r" type: "ReLU" bottom: "d" top: "r" }
`;
    const dialect = dialectOf('fast-rcnn') ?? bvlc;
    const net = deployText(analyze(text, { dialect })) ?? '';
    expect(net).toContain('input: "d"\ninput_shape { dim: 1 dim: 3 dim: 8 dim: 8 }\n');
    expect(net).not.toContain('Input');
    expect(analyze(net, { dialect }).problems.filter(isError)).toEqual([]);
  });

  test('is not available where no tried input fits', () => {
    const text = images(
      'layer { name: "r" type: "Reshape" bottom: "data" top: "r" reshape_param { shape { dim: 7 dim: 7 } } }',
    );
    expect(analyze(text, { dialect: bvlc }).problems.filter(isError)).toEqual([]);
    expect(deployed(text)).toBeUndefined();
  });

  test('is not available without data to replace, or with an error', () => {
    expect(deployText(analyze(input, { dialect: bvlc }))).toBeUndefined();
    expect(deployText(analyze(train.replace('num_output:', 'num_outpt:'), { dialect: bvlc }))).toBeUndefined();
  });
});

test('keeps a comment on its own line within a removed part', () => {
  const text = `layer { name: "d" type: "Data" top: "d" data_param { source: "x" batch_size: 4 } transform_param { crop_size: 8 } }
layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 2 kernel_size: 1 bias_filler # why
{ type: "constant" value: 1 } } }
`;
  const deployed = deployText(analyze(text, { dialect: bvlc })) ?? '';
  expect(deployed).toContain('kernel_size: 1 # why\n} }\n');
  expect(analyze(deployed, { dialect: bvlc }).problems.map(({ code }) => code)).toEqual([]);
});

describe('the states that a refactoring looks at', () => {
  const net = (stages: number): Analysis =>
    analyze(
      Array.from(
        { length: stages },
        (_, i) => `layer { name: "r${i}" type: "ReLU" bottom: "d" top: "r${i}" include { stage: "s${i}" } }\n`,
      ).join(''),
      { dialect: bvlc },
    );

  test('are both phases, also with each stage', () => {
    expect(statesOf(net(4))).toHaveLength(10);
  });

  test('are none where their layers would be too many to infer', () => {
    expect(statesOf(net(400))).toEqual([]);
    expect(refactoringsAt(net(400), 20)).toEqual([]);
  });
});
