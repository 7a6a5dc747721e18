/** The requests of the signal panel. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { trainState } from '#core/net/state';
import type { SourceChoice } from '#core/signal/source';
import { signalAnswer } from '#server/features/signal-panel';
import { hostTimer } from '#server/host-timer';
import type { SignalAnswer } from '#protocol/signal';

const net = `layer { name: "data" type: "Data" top: "data" top: "label" transform_param { scale: 0.00390625 mean_value: 127.5 } data_param { source: "x" batch_size: 8 } }
# prototxt: datum 16x8x8
layer { name: "a" type: "Convolution" bottom: "data" top: "a" convolution_param { num_output: 16 kernel_size: 1 weight_filler { type: "gaussian" std: 0.001 } } }
layer { name: "ra" type: "ReLU" bottom: "a" top: "a" }
layer { name: "b" type: "Convolution" bottom: "data" top: "b" convolution_param { num_output: 16 kernel_size: 1 weight_filler { type: "msra" } } }
layer { name: "sum" type: "Eltwise" bottom: "a" bottom: "b" top: "sum" }
layer { name: "score" type: "InnerProduct" bottom: "sum" top: "score" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "score" bottom: "label" top: "loss" }
`;

function ask(input: SourceChoice = { kind: 'standard' }): Promise<SignalAnswer> {
  const document = TextDocument.create('file:///net.prototxt', 'prototxt', 1, net);
  return signalAnswer(document, analyze(net, { dialect: bvlc }).state(trainState), input, english, hostTimer);
}

test("lists the lines, depth and inputs of layers; labels are not on the signal's path", async () => {
  const { layers, state } = await ask();
  expect(state).toBe('TRAIN');
  expect(layers.map(({ name, lines, depth, from, ends }) => [name, lines[0], depth, from, ends])).toEqual([
    ['data', 0, 0, [], false],
    ['a', 2, 1, [0], false],
    ['ra', 3, 2, [1], false],
    ['b', 4, 1, [0], false],
    ['sum', 5, 3, [2, 3], false],
    ['score', 6, 4, [4], false],
    ['loss', 7, 5, [5], true],
  ]);
});

test('has a number for each layer in every scenario, with its own weights', async () => {
  const { scenarios, layers } = await ask();
  expect(scenarios.map(({ name }) => name)).toEqual(['asIs', 'xavier', 'msra', 'average']);
  for (const { forward, back, mean } of scenarios)
    for (const numbers of [forward, back, mean]) expect(numbers.length).toBe(layers.length);
  expect(scenarios.map(({ forward }) => forward[1]?.toPrecision(3))).toEqual(['0.0000160', '1.00', '2.00', '1.00']);
  expect(scenarios[0]?.back[5]).toBe(1);
  expect(scenarios[0]?.back[6]).toBeNull();
});

test('has the verdicts in words, with their lines', async () => {
  const { verdicts } = await ask();
  expect(verdicts[0]).toMatchObject({ line: 2 });
  expect(verdicts[0]?.message).toContain('after a;');
});

test('takes the input from transform_param or from the user', async () => {
  expect((await ask({ kind: 'transform' })).source.secondMoment).toBeCloseTo(255 ** 2 / 12 / 256 ** 2, 6);
  expect((await ask({ kind: 'typed', mean: 1, std: 2 })).source).toEqual({ mean: 1, secondMoment: 5 });
});
