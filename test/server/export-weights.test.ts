/** Exporting weights through the server: complete, cancelled and failed. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { english } from '#core/messages/en/index';
import { bvlc } from '#core/dialects/bvlc';
import { testState } from '#core/net/state';
import { plainEngine } from '#core/random/plain-engine';
import { exportTo, whyNotExportable } from '#server/features/export-weights';
import { inMemory } from '#server/in-memory';
import type { ExportAnswer, ExportParams } from '#protocol/requests';
import type { HostFiles, Runtime } from '#server/runtime';
import { inProcess as runHere } from '../support/runtime';

const net = (outputs: number): string => `
  layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 1000 } } }
  layer { name: "ip" type: "InnerProduct" bottom: "d" top: "ip" inner_product_param { num_output: ${outputs} weight_filler { type: "xavier" } } }`;

interface World extends Partial<Pick<HostFiles, 'create' | 'largestFile'>> {
  /** Called regularly; true cancels. */
  readonly isCancelled?: () => boolean;
}

async function exported(
  text: string,
  asked: Partial<ExportParams>,
  world: World = {},
): Promise<{
  readonly answer: ExportAnswer;
  readonly written: ReadonlyMap<string, number>;
  readonly shares: readonly number[];
}> {
  const written = new Map<string, number>();
  const shares: number[] = [];
  const write = async (uri: string, bytes: Uint8Array): Promise<void> => void written.set(uri, bytes.length);
  const unused = (): Promise<never> => Promise.reject(new Error('not asked'));
  const files: HostFiles = {
    read: unused,
    readRange: unused,
    stat: unused,
    list: unused,
    resolve: unused,
    create: world.create ?? inMemory({ stat: unused, write }),
    largestFile: world.largestFile,
  };
  const runtime: Runtime = {
    files,
    version: undefined,
    engine: plainEngine,
    prepareRun: () => undefined,
    start: runHere,
    decodeImage: unused,
    log: { info: () => undefined, error: () => undefined },
    timer: {
      after: (_, run) => {
        queueMicrotask(run);
        return () => undefined;
      },
    },
  };
  const params: ExportParams = { uri: 'file:///net.prototxt', to: 'file:///w.npz', format: 'npz', ...asked };
  const writing = {
    progress: (share: number) => void shares.push(share),
    isCancelled: world.isCancelled ?? (() => false),
    language: english,
  };
  const answer = await exportTo(
    analyze(text, { dialect: bvlc, kind: 'net' }),
    testState,
    params,
    1701,
    runtime,
    writing,
  );
  return { answer, written, shares };
}

test('writes a whole file, with the given seed or the default', async () => {
  const { answer, written } = await exported(net(3), {});
  expect(answer).toEqual({ kind: 'written', blobs: 2, values: 3003, size: written.get('file:///w.npz'), seed: 1701 });
  expect((await exported(net(3), { seed: 9 })).answer).toMatchObject({ seed: 9 });
  expect((await exported(net(3), { format: 'npy', layer: 'ip', blob: 1 })).answer).toMatchObject({
    blobs: 1,
    values: 3,
    size: 128 + 12,
  });
});

test('reports progress of a long export, and can be cancelled', async () => {
  const { shares, written } = await exported(net(5000), { format: 'caffemodel' });
  expect(shares.length).toBeGreaterThan(0);
  expect(written.size).toBe(1);
  const stopped = await exported(net(5000), { format: 'caffemodel' }, { isCancelled: () => true });
  expect(stopped).toMatchObject({ answer: { kind: 'cancelled' }, written: new Map() });
});

test('limits the size if only whole files can be written', async () => {
  const { answer, written } = await exported(net(3), {}, { largestFile: 1000 });
  expect(answer).toEqual({ kind: 'problem', message: expect.stringContaining('at most 1000 can be written') });
  expect(written.size).toBe(0);
});

test('explains a full disk, a rejected net and an unknown layer', async () => {
  let abandoned = 0;
  const full: HostFiles['create'] = async () => ({
    write: () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })),
    commit: async () => undefined,
    abandon: async () => void abandoned++,
  });
  expect((await exported(net(3), {}, { create: full })).answer).toEqual({
    kind: 'problem',
    message: 'Cannot write w.npz: the disk is full. No partial file was left.',
  });
  expect(abandoned).toBe(1);
  expect((await exported(net(0), {})).answer).toMatchObject({
    kind: 'problem',
    message: expect.stringContaining('Caffe rejects this net'),
  });
  expect((await exported(net(3), { layer: 'nobody' })).answer).toMatchObject({
    kind: 'problem',
    message: expect.stringContaining('nobody'),
  });
});

test('says why there is nothing to export, before anything is asked', () => {
  const why = (text: string): string | undefined => {
    const analysis = analyze(text, { dialect: bvlc });
    return whyNotExportable(analysis, analysis.kind === 'net' ? testState : undefined, 'file:///a/n.prototxt', english);
  };
  expect(why(net(10))).toBeUndefined();
  expect(why('net: "n.prototxt" base_lr: 0.1 lr_policy: "fixed" max_iter: 1')).toBe('n.prototxt is not a net');
  expect(why('layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 } } }')).toBe(
    'No layer of the net has weights in this state; there is nothing to write.',
  );
  expect(why(`${net(10)} layer { nam: "x" }`)).toBe(
    'Caffe rejects this net in TEST, so it draws no weights. Fix its errors first.',
  );
});

test('writes no file in memory before it is complete', async () => {
  const written: string[] = [];
  const create = inMemory({
    stat: () => Promise.reject(new Error('not asked')),
    write: async (uri) => void written.push(uri),
  });
  const sink = await create('file:///w.npz', 4, 'replace');
  await sink.write(Uint8Array.of(1, 2));
  await expect(sink.commit()).rejects.toThrow('2 of 4 bytes');
  await expect(sink.write(Uint8Array.of(1, 2, 3))).rejects.toThrow();
  expect(written).toEqual([]);
  await sink.write(Uint8Array.of(3, 4));
  await sink.commit();
  expect(written).toEqual(['file:///w.npz']);
});
