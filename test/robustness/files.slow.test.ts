/** Protos, models and mean files of any content: an answer for each, in bounded memory. */
import { build } from 'esbuild';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import protobuf from 'protobufjs';
import { expect, test } from 'vitest';
import { isWhole } from '../support/corpus';
import { generator } from '../support/random';
import { temporaryFolder } from '../support/system-folder';
import { soundModel } from './files/binaries';
import type { Counts, Fuzzed } from './files/fuzz';
import { useModel } from './files/read';

/** In MB, of the thread: the engine with all schemas takes a quarter of it. */
const memory = 256;

/** Rejects with the file that broke a promise, or if more memory is needed. */
async function fuzz(counts: Counts): Promise<Fuzzed> {
  const folder = temporaryFolder();
  const outfile = join(folder, 'fuzz.mjs');
  const entry = 'test/robustness/files/fuzz.ts';
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' });
  const worker = new Worker(outfile, { workerData: counts, resourceLimits: { maxOldGenerationSizeMb: memory } });
  return new Promise<Fuzzed>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
  }).finally(() => rmSync(folder, { recursive: true }));
}

/** With `npm run corpus`, ten times as many. */
const counts: Counts = isWhole ? { models: 5000, means: 4000, protos: 1000 } : { models: 500, means: 400, protos: 100 };
const soundModels = isWhole ? 500 : 100;

test('reads files of any content', { timeout: 600_000 }, async () => {
  const { read, used } = await fuzz(counts);
  expect(read).toEqual(counts);
  // Changes that leave all of them sound, or none, would test little.
  for (const kind of ['models', 'means', 'protos'] as const) {
    expect(used[kind]).toBeGreaterThan(read[kind] / 20);
    expect(used[kind]).toBeLessThan(read[kind] * 0.95);
  }
});

interface Decoded {
  readonly layer?: readonly DecodedLayer[];
  readonly layers?: readonly (DecodedLayer & { readonly layer?: DecodedLayer })[];
}

interface DecodedLayer {
  readonly name?: string;
  readonly blobs?: readonly DecodedBlob[];
}

interface DecodedBlob {
  readonly shape?: { readonly dim?: readonly number[] };
  readonly num?: number;
  readonly channels?: number;
  readonly height?: number;
  readonly width?: number;
  readonly data?: readonly number[];
  readonly double_data?: readonly number[];
}

test('reads sound models as protobufjs does', async () => {
  const { root } = protobuf.parse(readFileSync('schemas/bvlc.proto', 'utf8'), { keepCase: true });
  const NetParameter = root.lookupType('caffe.NetParameter');
  for (let seed = 1; seed <= soundModels; seed++) {
    const bytes = soundModel(generator(seed * 104_729));
    const net = NetParameter.toObject(NetParameter.decode(bytes), { longs: Number }) as Decoded;
    const expected = [...(net.layers ?? []), ...(net.layer ?? [])];
    const found = await useModel(bytes);
    expect(found?.map(({ name }) => name) ?? []).toEqual(expected.map(nameOf));
    expect(found?.map(({ blobs }) => blobs.map(({ shape, count }) => ({ shape, count }))) ?? []).toEqual(
      expected.map(blobsOf),
    );
  }
});

function nameOf({ name = '', ...rest }: DecodedLayer): string {
  return name === '' && 'layer' in rest ? ((rest.layer as DecodedLayer).name ?? '') : name;
}

function blobsOf({ blobs = [], ...rest }: DecodedLayer): readonly unknown[] {
  const inner = 'layer' in rest ? ((rest.layer as DecodedLayer).blobs ?? []) : [];
  return [...inner, ...blobs].map(({ shape, num, channels, height, width, data = [], double_data = [] }) => {
    const legacy = [num, channels, height, width];
    const isLegacy = legacy.some((dim) => dim !== undefined);
    const dims = isLegacy ? legacy.map((dim) => dim ?? 0) : (shape?.dim ?? []).slice(0, 33);
    return { shape: dims.map((dim) => dim | 0), count: (double_data.length > 0 ? double_data : data).length };
  });
}
