/** The values that the server has drawn, in the place of the worker's. */
import { beforeEach, expect, test } from 'vitest';
import { startEngine, type KnownValues, type NetEngine } from '#webview/weights/engine';
import type { ToWorker } from '#webview/weights/worker-messages';

let sent: ToWorker[] = [];
let engine: NetEngine;

const known: KnownValues = {
  blob: 2,
  seed: 7,
  region: { start: 0, rows: 1, width: 4, stride: 0 },
  values: Float32Array.of(1, 2, 3, 4),
};
const part = { start: 1, rows: 1, width: 2, stride: 0 };

beforeEach(() => {
  sent = [];
  engine = startEngine({ postMessage: (message: ToWorker) => void sent.push(message), onmessage: null });
  engine.plan({ blobs: [], steps: [] }, 7);
});

function draw(blob: number, side: 'net' | 'other' = 'net'): void {
  void engine.draw({ side, blob, instead: undefined, range: { from: 0, to: 1 }, bins: 1, progress: () => undefined });
}

const asked = (): readonly ToWorker[] => sent.filter(({ kind }) => kind === 'region');

test('answers what they have without the worker', async () => {
  engine.first(known);
  draw(2);
  expect(await engine.region('net', part)).toEqual(Float32Array.of(2, 3));
  expect(asked()).toEqual([]);
});

test('answer what is waited for when they arrive', async () => {
  draw(2);
  const waiting = engine.region('net', part);
  engine.first(known);
  expect(await waiting).toEqual(Float32Array.of(2, 3));
});

test.each<[string, () => void]>([
  ['another blob', () => draw(1)],
  ['another seed', () => engine.plan({ blobs: [], steps: [] }, 8)],
  ['another net', () => engine.first(undefined)],
])('answer nothing for %s', (_, change) => {
  engine.first(known);
  draw(2);
  change();
  void engine.region('net', part);
  expect(asked()).toHaveLength(1);
});

test('answer nothing for another filler, or for values that they lack', () => {
  engine.first(known);
  draw(2);
  draw(2, 'other');
  void engine.region('other', part);
  void engine.region('net', { ...part, width: 4 });
  expect(asked()).toHaveLength(2);
});
