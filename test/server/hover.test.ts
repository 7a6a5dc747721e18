import { expect, test } from 'vitest';
import { analyze } from '#core/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { hover } from '#server/features/hover';
import { displayState } from '#server/display-state';
import { readFixture } from '../support/marks';

const solver = { name: 'solver.prototxt', baseLr: 0.01, weightDecay: 0.0005 };

function check(fixture: string, rates?: typeof solver): string {
  const { text, cursor } = readFixture(fixture);
  const analysis = analyze(text, { dialect: bvlc });
  const state = displayState(analysis, cursor);
  if (!state) throw new Error('no state');
  return hover(analysis, cursor, { state, language: english, ...(rates ? { solver: rates } : {}) })?.markdown ?? '';
}

const data =
  'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 64 dim: 1 dim: 28 dim: 28 } } }\n';
const lenet = (filler: string, name = '"conv1"'): string => `${data}layer {
  name: ${name}
  type: "Convolution"
  bottom: "data"
  top: "conv1"
  param { lr_mult: 1 }
  param { lr_mult: 2 decay_mult: 0 }
  convolution_param { num_output: 20 kernel_size: 5 ${filler} }
}
`;

test('a filler tells shape, fans, n, formula and range', () => {
  const text = check(lenet('weight_filler { type: "xav$0ier" }'));
  for (const part of [
    '20×1×5×5',
    'fan_in  = 25',
    'fan_out = 500',
    'n       = 25',
    '√(3 / 25) = 0.3464102',
    'from -0.3464102 to 0.3464102',
    'std 0.2',
  ]) {
    expect(text).toContain(part);
  }
});

test('a field of a filler says what it does, and that a dead one does nothing', () => {
  expect(check(lenet('weight_filler { type: "xavier" s$0td: 0.1 }'))).toContain('xavier never reads it');
  expect(check(lenet('weight_filler { type: "gaussian" s$0td: 0.1 }'))).toContain('normal, mean 0, std 0.1');
});

test('a layer tells its shapes, its blobs, and the rates of the solver beside it', () => {
  const text = check(lenet('weight_filler { type: "xavier" }', '"co$0nv1"'), solver);
  expect(text).toContain('→ conv1 64×20×24×24');
  expect(text).toContain('0.01 × 2 = 0.02');
  expect(text).toContain('0.0005 × 0 = 0');
  expect(text).toContain('no `bias_filler`: all 0');
  expect(text).toContain('520 values');
  expect(text).toContain('18,432,000 multiply–accumulates');
  expect(text).toContain('Receptive field 5, in steps of 1 from 0 on');
});

test.each([
  ['PReLU', 'no `filler`: all 0.25'],
  ['Scale', 'no `filler`: all 1'],
])('%s without a filler says what it starts from', (type, start) => {
  expect(
    check(`${data}layer { name: "p" type: "${type.slice(0, 2)}$0${type.slice(2)}" bottom: "data" top: "p" }`),
  ).toContain(start);
});

test('a deconvolution says why its fan_in counts outputs', () => {
  const text = `${data}layer { name: "up" type: "Deconvolution" bottom: "data" top: "up" convolution_param { num_output: 3 kernel_size: 4 weight_filler { type: "ms$0ra" } } }`;
  expect(check(text)).toContain('inputs first');
});

test('group is explained where it divides fan_in', () => {
  const grouped = lenet('weight_filler { type: "xav$0ier" } group: 2').replace('dim: 1 dim: 28', 'dim: 4 dim: 28');
  expect(check(grouped)).toContain('1/2 of the inputs');
});

test('a blob tells its shape, its maker and its readers', () => {
  const text = check(`${data}layer { name: "r" type: "ReLU" bottom: "da$0ta" top: "r" }`);
  expect(text).toContain('64×1×28×28');
  expect(text).toContain('made by **data** (Input), line 1');
  expect(text).toContain('read by **r**');
});

test('a multiplier tells the rate that it makes', () => {
  const text = check(lenet('').replace('lr_mult: 2', 'lr_m$0ult: 2'), solver);
  expect(text).toContain('base_lr × lr_mult = 0.01 × 2 = 0.02');
});

test('any field tells its type and default', () => {
  expect(check(lenet('').replace('num_output', 'num_out$0put'))).toContain('**num_output** · uint32');
  expect(check(lenet('st$0ride: 1'))).toContain('**stride** · repeated uint32');
});

test('a field of a fork says whose it is', () => {
  expect(
    check(`${data}layer { name: "p" type: "Permute" bottom: "data" top: "p" per$0mute_param { order: 0 } }`),
  ).toContain('SSD');
});

test('what a layer keeps of the signal and of the gradient', () => {
  const net = `${data}layer { name: "a" type: "Convolution" bottom: "data" top: "a" convolution_param { num_output: 20 kernel_size: 5 weight_filler { type: "xavier" } } }
layer { name: "re$0lu" type: "ReLU" bottom: "a" top: "a" }
layer { name: "b" type: "Convolution" bottom: "a" top: "b" convolution_param { num_output: 20 kernel_size: 5 weight_filler { type: "xavier" } } }
`;
  expect(check(net)).toContain('keeps 0.50 × the variance forward, 0.50 × back');
});

test('blobs that stand in the layer are told as such', () => {
  const blobs = 'blobs { shape { dim: 2 } data: [1, 3] }';
  const text = check(`${data}layer { name: "n$0" type: "ReLU" bottom: "data" top: "n" ${blobs} }`);
  expect(text).toContain('written in this file: from 1 to 3, mean 2, std 1');
});

test('a plain value says what its field does; a message does not', () => {
  expect(check(lenet('weight_filler { type: "xavier" } stri$0de: 1'))).toContain('**stride**');
  expect(check(lenet('weight_filler { type: "xavier" } stride: $01'))).toBe(
    check(lenet('weight_filler { type: "xavier" } stri$0de: 1')),
  );
  expect(check(`${data}# $0plain`)).toBe('');
});

test.each([
  ['# proto$0txt: datum 1x28x28', 'Channels × height × width'],
  ['# prototxt: weights a.caffe$0model', 'weights that the net starts from'],
  ['# prototxt: phase=TE$0ST', 'The state that the net is checked'],
  ['# prototxt-disable-next-line net/un$0known-bottom', 'of the next line'],
  ['# prototxt-dis$0able net/unknown-bottom', 'of the whole file'],
])('%s: what the comment does', (comment, said) => expect(check(`${data}${comment}\n`)).toContain(said));
