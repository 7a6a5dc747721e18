/** Nets of megabytes: what takes long for each layer or problem has a limit, and says so. */
import { expect, onTestFinished, test } from 'vitest';
import { ReferencesRequest } from 'vscode-languageserver-protocol';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { fixAll, mostFixed } from '#core/edit/fixes/index';
import { english } from '#core/messages/en/index';
import { testState } from '#core/net/state';
import { hostTimer } from '#server/host-timer';
import { documentSymbols, mostFields } from '#server/features/document-symbols';
import { highlights, mostHighlights } from '#server/features/highlights';
import { mostLayers, signalAnswer } from '#server/features/signal-panel';
import { mostListed } from '#server/handlers/navigation';
import { mostEdits, toTextEdits } from '#server/to-lsp';
import { drawBlobs } from '#core/weights/draw';
import { drawPlan } from '#core/weights/plan';
import { maxComparisons } from '#core/net/lower';
import { inProcess } from '../support/session';
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

test('does not list more uses of a name than an editor can show, and says so', async () => {
  const session = await inProcess();
  onTestFinished(session.end);
  const uri = 'file:///net.prototxt';
  const text = `${input}layer { name: "c" type: "Concat" top: "c"\n${lines(mostListed, () => 'bottom: "d"')} }\n`;
  await session.open(uri, text);
  const asked = session.client.sendRequest(ReferencesRequest.type, {
    textDocument: { uri },
    position: { line: 2, character: 9 },
    context: { includeDeclaration: true },
  });
  await expect(asked).rejects.toThrow(
    `This name is used ${mostListed + 1} times; at most ${mostListed} uses can be listed.`,
  );
});

test('marks the nearest occurrences of a name', () => {
  const text = `${input}layer { name: "c" type: "Concat" top: "c"\n${lines(3 * mostHighlights, () => 'bottom: "d"')} }\n`;
  const at = text.indexOf('"d"', text.length / 2) + 1;
  const found = highlights(analyze(text, { dialect: bvlc }), at);
  expect(found).toHaveLength(mostHighlights);
  expect(found[mostHighlights / 2]?.span).toEqual({ start: at, end: at + 1 });
});

test('lists the first fields of a solver', () => {
  const text = `net: "net.prototxt"\n${lines(2 * mostFields, (i) => `stepvalue: ${i}`)}\n`;
  const analysis = analyze(text, { dialect: bvlc, kind: 'solver' });
  expect(documentSymbols(analysis, undefined, english)).toHaveLength(mostFields);
});

test('sends many changes as one, with the same result', () => {
  const text = lines(mostEdits + 1, (i) => `  dim: ${i}`);
  const document = TextDocument.create('file:///net.prototxt', 'prototxt', 1, text);
  const changes = [...text.matchAll(/dim/g)].map(({ index }) => ({
    span: { start: index, end: index + 3 },
    newText: 'D',
  }));
  const edits = toTextEdits(document, changes);
  expect(edits).toHaveLength(1);
  expect(TextDocument.applyEdits(document, edits)).toBe(text.replaceAll('dim', 'D'));
  expect(toTextEdits(document, changes.slice(1))).toHaveLength(mostEdits);
});

test('examines each value once to say whether the weights of a net can be written', () => {
  const count = 2000;
  const layers = lines(
    count,
    (i) =>
      `layer { name: "p${i}" type: "InnerProduct" bottom: "d" top: "p${i}" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }`,
  );
  const plan = drawPlan(analyze(input + layers, { dialect: bvlc }).state(testState));
  let read = 0;
  const steps = new Proxy(plan.steps, {
    get: (all, key) =>
      (typeof key === 'string' && /^\d+$/.test(key)
        ? (read++, Reflect.get(all, key))
        : Reflect.get(all, key)) as unknown,
  });
  const draw = drawBlobs({ ...plan, steps }, 1);
  plan.blobs.forEach((_, blob) => draw.facts(blob));
  expect(read).toBeLessThan(10 * count);
});
