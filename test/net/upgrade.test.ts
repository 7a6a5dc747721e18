import { upgradeNet } from '#core/net/upgrade/index';
import { bind } from '#core/schema/bind';
import { bvlcSchema } from '#core/schema/compiled';
import { entriesOf, type Entry, type Message } from '#core/schema/message';
import { parse } from '#core/text/parser';
import type { Problem } from '#core/problems/index';
import { describe, expect, test } from 'vitest';

describe('a net in the current format', () => {
  test('is returned unchanged', () => {
    const net = netOf('name: "n" layer { type: "Input" top: "d" } layer { type: "BatchNorm" bottom: "d" top: "b" }');
    expect(upgradeNet(net, bvlcSchema)).toEqual({ message: net, problems: [] });
    expect(upgradeNet(net, bvlcSchema).message).toBe(net);
  });

  test("with a BatchNorm of three params gets learning rates of 0, and keeps the params' names", () => {
    expect(
      upgraded('layer { type: "BatchNorm" param { name: "m" lr_mult: 1 } param { decay_mult: 2 } param { } }'),
    ).toEqual([
      'layer { type: "BatchNorm" param { name: "m" lr_mult: 0 decay_mult: 0 } param { lr_mult: 0 decay_mult: 0 }' +
        ' param { lr_mult: 0 decay_mult: 0 } }',
    ]);
  });
});

describe('inputs', () => {
  test('become one Input layer before all others, with four input_dim for each top', () => {
    expect(upgraded('layer { name: "r" } input: "a" input: "b" input_dim: [1, 3, 8, 9, 2, 1, 1, 1]')).toEqual([
      'layer { name: "input" type: "Input" top: "a" top: "b" input_param {' +
        ' shape { dim: 1 dim: 3 dim: 8 dim: 9 } shape { dim: 2 dim: 1 dim: 1 dim: 1 } } }',
      'layer { name: "r" }',
    ]);
  });

  test('have the shapes of input_shape, if both are given', () => {
    expect(upgraded('input: "a" input_dim: 7 input_shape { dim: 4 dim: 5 } input_shape { dim: 6 }')).toEqual([
      'layer { name: "input" type: "Input" top: "a" input_param { shape { dim: 4 dim: 5 } } }',
    ]);
  });

  test('are dropped without shapes', () => expect(upgraded('name: "n" input: "a"')).toEqual(['name: "n"']));

  test('are reported if they lack a shape', () => {
    expect(reported('input: "a" input: "b" input_shape { dim: 1 }')).toEqual(['b: net/input-without-shape']);
  });

  test('get undefined dimensions for missing ones, and keep the others', () => {
    const text = 'input: "a" input_dim: [1, 3, 8]';
    expect(reported(text)).toEqual(['a: net/input-dim-count']);
    expect(inputState(text)).toBe('damaged');
  });

  test('have unknown shapes if their fields are damaged, without another problem', () => {
    const text = 'input: "a" input_dims: 1';
    expect(reported(text)).toEqual([]);
    expect(inputState(text)).toBe('unreadable');
  });

  test('refer to the text that they come from', () => {
    const text = 'input: "a" input_dim: [1, 2, 3, 4]';
    const [layer] = entriesOf(upgradeNet(netOf(text), bvlcSchema).message, 'layer');
    expect(layer && text.slice(layer.node.start, layer.node.end)).toBe('input: "a"');
    const top = typeof layer?.value === 'object' ? entriesOf(layer.value, 'top')[0] : undefined;
    expect(top && text.slice(top.valueNode.start, top.valueNode.end)).toBe('"a"');
  });
});

describe('V1 layers', () => {
  test('get their types as strings, and their lists as params by position', () => {
    expect(
      upgraded(`
      layers { name: "c" type: CONVOLUTION bottom: "d" top: "c"
        param: "w" blobs_lr: [1, 2] weight_decay: 1 blob_share_mode: [STRICT, PERMISSIVE]
        convolution_param { num_output: 2 } include { phase: TEST } loss_weight: 0 }
      layers { type: SOFTMAX_LOSS }
    `),
    ).toEqual([
      'layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 2 } include { phase: TEST }' +
        ' loss_weight: 0 param { name: "w" share_mode: STRICT lr_mult: 1 decay_mult: 1 }' +
        ' param { share_mode: PERMISSIVE lr_mult: 2 } }',
      'layer { type: "SoftmaxWithLoss" }',
    ]);
  });

  test('of data have their transformation fields moved, which overrides transform_param', () => {
    const data = 'data_param { source: "s" scale: 2 mirror: true } transform_param { scale: 3 crop_size: 4 }';
    expect(upgraded(`layers { type: DATA ${data} }`)).toEqual([
      'layer { type: "Data" data_param { source: "s" } transform_param { crop_size: 4 scale: 2 mirror: true } }',
    ]);
  });

  test('come in text order, after the inputs', () => {
    const lines = upgraded('layers { name: "a" } input: "i" input_shape { } layers { name: "b" }');
    expect(lines.map((line) => line.slice(0, 19))).toEqual([
      'layer { name: "inpu',
      'layer { name: "a" }',
      'layer { name: "b" }',
    ]);
  });

  test('must not be mixed with current ones; the less frequent kind is reported', () => {
    expect(reported('layers { } layer { } layers { }')).toEqual([
      'layers: net/old-format',
      'layer: net/layer-and-layers',
    ]);
    expect(reported('layers { } layer { } layer { }')).toEqual([
      'layers: net/old-format',
      'layers: net/layer-and-layers',
    ]);
  });
});

describe('V0 layers', () => {
  test('have their fields sorted into params by type', () => {
    expect(
      upgraded(`
      layers { layer { name: "c" type: "conv" num_output: 2 biasterm: false kernelsize: 3 pad: 1 blobs_lr: 1
        weight_filler { type: "xavier" } } bottom: "d" top: "c" }
      layers { layer { name: "p" type: "pool" pool: AVE kernelsize: 2 stride: 2 } bottom: "c" top: "p" }
    `),
    ).toEqual([
      'layer { bottom: "d" top: "c" type: "Convolution" name: "c" convolution_param {' +
        ' num_output: 2 bias_term: false kernel_size: 3 pad: 1 weight_filler { type: "xavier" } } param { lr_mult: 1 } }',
      'layer { bottom: "c" top: "p" type: "Pooling" name: "p" pooling_param { pool: AVE kernel_size: 2 stride: 2 } }',
    ]);
  });

  test('of data have their transformation fields moved', () => {
    expect(
      upgraded('layers { layer { type: "data" source: "s" meanfile: "m" batchsize: 8 cropsize: 5 } top: "d" }'),
    ).toEqual([
      'layer { top: "d" type: "Data" data_param { source: "s" batch_size: 8 } transform_param { mean_file: "m" crop_size: 5 } }',
    ]);
  });

  test('take the padding of a padding layer, overriding their own', () => {
    expect(
      upgraded(`
      input: "d" input_dim: [1, 1, 4, 4]
      layers { layer { type: "padding" pad: 2 } bottom: "d" top: "e" }
      layers { layer { type: "conv" pad: 1 } bottom: "e" top: "c" }
    `).slice(1),
    ).toEqual(['layer { bottom: "d" top: "c" type: "Convolution" convolution_param { pad: 2 } }']);
  });

  test('lose all other fields of the net and the layers', () => {
    const text = 'state { phase: TEST } layers { name: "x" include { phase: TEST } layer { name: "r" type: "relu" } }';
    expect(upgraded(text)).toEqual(['layer { type: "ReLU" name: "r" }']);
  });

  test('are reported if Caffe rejects them', () => {
    const padded = 'input: "d" layers { layer { type: "padding" } bottom: "d" top: "e" } layers';
    expect(others('layers { layer { type: "convolution" } }')).toEqual(['"convolution": net/unknown-v0-type']);
    expect(others(`${padded} { layer { type: "relu" } bottom: "e" }`)).toEqual(['e: net/padding-reader-type']);
    expect(others(`${padded} { layer { type: "conv" } bottom: "e" bottom: "d" }`)).toEqual([
      'e: net/padding-reader-bottoms',
    ]);
    const source = 'layers { layer { type: "padding" } top: "e" } layers';
    expect(others(`${source} { layer { type: "conv" } bottom: "e" }`)).toEqual(['layers: net/padding-blobs']);
    expect(others('layers { layer { type: "padding" } bottom: "ghost" top: "e" }')).toEqual([
      'ghost: net/unknown-bottom',
    ]);
    expect(others('layers { layer { } } layers { type: RELU } layers { type: TANH }')).toEqual([
      'layers: net/v1-in-v0',
    ]);
  });

  test('report an unknown bottom of a padding layer only at the layer that takes it over', () => {
    const padding = 'layers { layer { type: "padding" } bottom: "ghost" top: "e" }';
    expect(others(`${padding} layers { layer { type: "conv" } bottom: "e" top: "c" }`)).toEqual([]);
  });

  test('are reported if they have fields that their type ignores', () => {
    expect(others('layers { layer { type: "relu" kernelsize: 3 } }')).toEqual(['kernelsize: net/v0-field-ignored']);
  });
});

function netOf(text: string): Message {
  const { tree, problems: syntaxProblems } = parse(text);
  const type = bvlcSchema.messages.get('NetParameter');
  if (!type) throw new Error('no NetParameter');
  return bind(tree, type, { dialect: 'BVLC Caffe', syntaxProblems }).message;
}

/** The state of the Input layer that the net's inputs are upgraded to. */
function inputState(text: string): Message['state'] | undefined {
  const value = entriesOf(upgradeNet(netOf(text), bvlcSchema).message, 'layer')[0]?.value;
  return typeof value === 'object' ? value.state : undefined;
}

/** The fields of the upgraded net, one per line. */
function upgraded(text: string): readonly string[] {
  return upgradeNet(netOf(text), bvlcSchema).message.entries.map(print);
}

function print({ field, value }: Entry): string {
  if (typeof value === 'object') return `${field.name} {${value.entries.map((entry) => ` ${print(entry)}`).join('')} }`;
  return `${field.name}: ${value === undefined ? '?' : field.kind === 'string' ? JSON.stringify(value) : String(value)}`;
}

/** The problems of the net, as the text at fault and the code. */
function reported(text: string): readonly string[] {
  const { problems } = upgradeNet(netOf(text), bvlcSchema);
  return problems.map(({ span, code }: Problem) => `${text.slice(span.start, span.end)}: ${code}`);
}

/** All problems except the old format itself. */
function others(text: string): readonly string[] {
  return reported(text).filter((line) => !line.endsWith('net/old-format'));
}
