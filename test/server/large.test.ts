/** Nets of megabytes: what takes long for each layer or problem has a limit, and says so. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { fixAll, mostFixed } from '#core/edit/fixes/index';
import { english } from '#core/messages/en/index';
import { testState } from '#core/net/state';
import { hostTimer } from '#server/host-timer';
import { mostLayers, signalAnswer } from '#server/features/signal-panel';
import { maxComparisons } from '#core/net/lower';
import { TextDocument } from 'vscode-languageserver-textdocument';

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const input = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 } } }\n';

test('forecasts no signal for more layers than fit into a few seconds', async () => {
  const text = input + lines(mostLayers, (i) => `layer { name: "r${i}" type: "ReLU" bottom: "d" top: "d" }`);
  const state = analyze(text, { dialect: bvlc }).state(testState);
  const document = TextDocument.create('file:///net.prototxt', 'prototxt', 1, text);
  const answer = await signalAnswer(document, state, { kind: 'standard' }, english, hostTimer);
  expect(answer.tooLarge).toBe(
    `This net has ${mostLayers + 1} layers; the signal is forecast for at most ${mostLayers}.`,
  );
  expect(answer.scenarios).toEqual([]);
});

test('suggests names until a number of comparisons, whatever the number of unknown names', () => {
  const count = 1200;
  const text = input + lines(count, (i) => `layer { name: "r${i}" type: "ReLU" bottom: "tip${i}" top: "top${i}" }`);
  const { problems } = analyze(text, { dialect: bvlc });
  const unknown = problems.filter(({ code }) => code === 'net/unknown-bottom');
  expect(unknown).toHaveLength(count);
  const suggested = unknown.filter(({ suggestion }) => suggestion !== undefined).length;
  // Each is compared with all names before it.
  expect(suggested).toBeGreaterThan(0);
  expect((suggested * suggested) / 2).toBeLessThan(2 * maxComparisons);
  expect(suggested).toBeLessThan(count - 1);
});

test('fixes the first problems of a net in which a fix looks at many layers', () => {
  const text = input + lines(3000, (i) => `layer { name: "r${i}" type: "ReLU" bottom: "d" top: "t" }`);
  const analysis = analyze(text, { dialect: bvlc });
  const most = mostFixed(analysis);
  expect(most).toBeLessThan(analysis.problems.length);
  expect(Number(fixAll(analysis)?.args['count'])).toBe(most);
});

test('takes more steps for more layers when it looks deeper, so that none of them grows', () => {
  const stepsFor = (layers: number): number => {
    const text =
      `${input}${lines(layers, (i) => `layer { name: "c${i}" type: "Convolution" bottom: "${i === 0 ? 'd' : `c${i - 1}`}" top: "c${i}" convolution_param { num_output: 2 kernel_size: 1 weight_filler { type: "msra" } } }`)}
layer { name: "l" type: "SoftmaxWithLoss" bottom: "c${layers - 1}" bottom: "d" top: "l" }`.replace(
        'dim: 1 dim: 3',
        'dim: 1 dim: 2 dim: 1 dim: 1',
      );
    const steps = analyze(text, { dialect: bvlc }).deeper?.();
    let count = 0;
    while (steps && steps.next().done !== true) count++;
    return count;
  };
  const few = stepsFor(400);
  expect(few).toBeGreaterThan(4);
  expect(stepsFor(1600)).toBeGreaterThan(3 * few);
});
