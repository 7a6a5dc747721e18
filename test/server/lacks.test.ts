/** What a document lacks for the panels' figures, and the edits that provide it. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import type { Lack, WrittenShape } from '#protocol/lacks';
import { lacksOf, shapeEdits } from '#server/features/lacks';

const records = `layer { name: "data" type: "Data" top: "data" top: "label" data_param { source: "mnist_train" batch_size: 8 } }\n`;
const hdf5 = `layer { name: "data" type: "HDF5Data" top: "data" hdf5_data_param { source: "x" batch_size: 8 } }\n`;
const input = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n`;
const conv = (bottom: string): string =>
  `layer { name: "conv" type: "Convolution" bottom: "${bottom}" top: "conv" convolution_param { num_output: 4 kernel_size: 3 } }\n`;

function open(text: string): { readonly document: TextDocument; readonly analysis: Analysis } {
  return {
    document: TextDocument.create('file:///net.prototxt', 'prototxt', 1, text),
    analysis: analyze(text, { dialect: bvlc }),
  };
}

function lacks(text: string): readonly Lack[] {
  const { document, analysis } = open(text);
  return lacksOf(document, analysis, analysis.states[0], english);
}

describe('says what is missing first', () => {
  test('nothing, if every shape is known', () => expect(lacks(input + conv('data'))).toEqual([]));

  test('the shape of records, the likely one first', () =>
    expect(lacks(records + conv('data'))).toEqual([
      { kind: 'records', layer: 'data', line: 0, shapes: ['1x28x28', '3x256x256'] },
    ]));

  test('the shape of a top that only the files of the layer have', () =>
    expect(lacks(hdf5 + conv('data'))).toEqual([{ kind: 'shape', layer: 'data', line: 0, type: 'HDF5Data' }]));

  test('a layer of a type that the Caffe does not have, if later layers need its shape', () => {
    const mine = `layer { name: "mine" type: "Mine" bottom: "data" top: "mine" }\n`;
    expect(lacks(input + mine + conv('mine'))).toEqual([
      { kind: 'type', layer: 'mine', line: 1, type: 'Mine', schema: bvlc.label },
    ]);
    expect(lacks(input + conv('data') + mine)).toEqual([]);
  });

  test('the error of a layer, if later layers need its shape', () => {
    const wide = conv('data').replace('kernel_size: 3', 'kernel_size: 30');
    const [lack] = lacks(input + wide + conv('conv'));
    expect(lack).toMatchObject({ kind: 'error', layer: 'conv', line: 1 });
    expect(lack?.kind === 'error' && lack.message).toContain('30');
  });

  test('layers in the state that is shown', () =>
    expect(lacks('# prototxt: phase=TRAIN\nlayer { name: "a" type: "Input" include { phase: TEST } }')).toEqual([
      { kind: 'layers', state: 'TRAIN' },
    ]));

  test.each([
    ['', 'empty'],
    ['# text\nname: "net"\n', 'empty'],
    ['base_lr: 0.1\nnet: "x.prototxt"\n', 'solver'],
    ['item { id: 1 }\n', 'other'],
  ])('a net in %j', (text, file) => expect(lacks(text)).toEqual([{ kind: 'net', file }]));
});

describe('writes a shape, after which nothing is missing', () => {
  function provided(text: string, written: WrittenShape): string {
    const { document, analysis } = open(text);
    const edits = shapeEdits(document, analysis, analysis.states[0], written);
    return TextDocument.applyEdits(document, [...(edits ?? [])]);
  }

  test('of records', () => {
    const text = provided(records + conv('data'), { kind: 'datum', shape: '1x28x28' });
    expect(text).toBe(`# prototxt: datum 1x28x28\n${records}${conv('data')}`);
    expect(lacks(text)).toEqual([]);
  });

  test.each([
    ['on one line', 'layer { name: "data" type: "HDF5Data" top: "data" }\n'],
    ['on several lines', 'layer {\n  name: "data"\n  type: "HDF5Data" top: "data"\n}\n'],
    ['with a comment', 'layer { # values\n  name: "data"\n  type: "HDF5Data" top: "data"\n}\n'],
    ['with other line breaks', 'layer {\r\n\tname: "data"\r\n\ttype: "HDF5Data" top: "data"\r\n}\r\n'],
  ])('of a top, in a layer %s', (_, layer) => {
    const source = layer.replace(' }', ' hdf5_data_param { source: "x" batch_size: 8 } }');
    const text = provided(source + conv('data'), { kind: 'shape', shape: '8x3x9x9', line: 0 });
    expect(text).toMatch(/^layer \{\r?\n\s+# shape: 8x3x9x9\r?\n/);
    expect(text.replaceAll(/\s+/g, '').replace('#shape:8x3x9x9', '')).toBe(
      (source + conv('data')).replaceAll(/\s+/g, ''),
    );
    expect(lacks(text)).toEqual([]);
  });

  test('nothing for what is not a shape, or is not there', () => {
    const { document, analysis } = open(hdf5 + conv('data'));
    const edits = (written: WrittenShape): unknown => shapeEdits(document, analysis, analysis.states[0], written);
    expect(edits({ kind: 'datum', shape: '3x256' })).toBeNull();
    expect(edits({ kind: 'shape', shape: 'x', line: 0 })).toBeNull();
    expect(edits({ kind: 'shape', shape: '1x3', line: 7 })).toBeNull();
  });
});
