/** A model read in parts of any size is the same as one that is decoded as a whole. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import protobuf from 'protobufjs';
import { expect, test } from 'vitest';
import type { ReadRange } from '#core/weight-files/binary-fields';
import { loadedRegion, statisticsLoaded, tallyLoaded } from '#core/weight-files/loaded-values';
import { readModel } from '#core/weight-files/read-caffemodel';
import { statisticsOf } from '#core/weights/statistics';

const { root } = protobuf.parse(readFileSync('schemas/bvlc.proto', 'utf8'), { keepCase: true });
const NetParameter = root.lookupType('caffe.NetParameter');

interface Decoded {
  readonly layer: readonly DecodedLayer[];
  readonly layers: readonly (DecodedLayer & { readonly layer: DecodedLayer | null })[];
}
interface DecodedLayer {
  readonly name: string;
  readonly blobs: readonly { readonly data: readonly number[]; readonly double_data: readonly number[] }[];
}

const values = fc.array(fc.float(), { maxLength: 40 });
const blob = fc.oneof(
  values.map((data) => ({ shape: { dim: [data.length] }, data })),
  values.map((data) => ({ shape: { dim: [1, data.length] }, double_data: data })),
  values.map((data) => ({ num: 1, channels: 1, height: 1, width: data.length, data, diff: data })),
);
const layer = fc.record({ name: fc.string(), blobs: fc.array(blob, { maxLength: 3 }) });
const layers = fc.array(layer, { minLength: 1, maxLength: 5 });
const net = fc.oneof(
  layers.map((all) => ({ name: 'n', layer: all.map((one) => ({ ...one, type: 'Scale' })) })),
  layers.map((all) => ({ layers: all.map((one) => ({ ...one, type: 4 })) })),
  layers.map((all) => ({ layers: all.map((one) => ({ layer: { ...one, type: 'conv' } })) })),
);

test('has the same layers, statistics and values, whatever the parts', async () => {
  await fc.assert(
    fc.asyncProperty(
      net,
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 100 }),
      async (made, window, chunk) => {
        const bytes = NetParameter.encode(NetParameter.fromObject(made)).finish();
        const read: ReadRange = async (start, end) => bytes.slice(start, end);
        const model = await readModel('m', bytes.length, read, window);
        if (model.kind === 'problem') throw new Error(model.problem.code);
        const decoded = NetParameter.decode(bytes) as unknown as Decoded;
        const expected = [...decoded.layer, ...decoded.layers.map((one) => one.layer ?? one)];
        expect(model.layers.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
        for (const [i, { blobs }] of model.layers.entries())
          for (const [j, found] of blobs.entries()) {
            const { data = [], double_data = [] } = expected[i]?.blobs[j] ?? {};
            const all = Float32Array.from(double_data.length > 0 ? double_data : data);
            const finite = all.filter(Number.isFinite);
            const nan = all.filter(Number.isNaN).length;
            const wrong = { nan, infinite: all.length - finite.length - nan };
            const { mean, std, ...exact } = statisticsOf(finite);
            const statistics = await statisticsLoaded(found, read, chunk);
            expect(statistics).toMatchObject({ ...exact, ...wrong });
            for (const [actual, wanted] of [
              [statistics.mean, mean],
              [statistics.std, std],
            ] as const)
              expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(
                1e-6 * Math.max(Math.abs(exact.min), Math.abs(exact.max), 0),
              );
            const binning = { from: -1, to: 1, bins: 4, zeros: 'count' } as const;
            expect(await tallyLoaded(found, binning, read)).toMatchObject(wrong);
            const part = { start: 0, rows: 1, width: all.length, stride: 0 };
            expect(await loadedRegion(found, part, read)).toEqual(all);
          }
      },
    ),
    { numRuns: 100 },
  );
});

test('reads only what it is asked for', async () => {
  const data = new Array<number>(1 << 16).fill(1);
  const bytes = NetParameter.encode(
    NetParameter.fromObject({ layer: [{ name: 'a', blobs: [{ data }, { data }] }, { name: 'b' }] }),
  ).finish();
  const reads: (readonly [number, number])[] = [];
  const read: ReadRange = async (start, end) => {
    reads.push([start, end]);
    return bytes.slice(start, end);
  };
  const model = await readModel('m', bytes.length, read, 64);
  expect(reads.reduce((sum, [start, end]) => sum + end - start, 0)).toBeLessThan(1000);
  const found = model.kind === 'model' ? model.layers[0]?.blobs[1] : undefined;
  if (!found) throw new Error('no blob');
  reads.length = 0;
  await statisticsLoaded(found, read, 1000);
  expect(Math.max(...reads.map(([start, end]) => end - start))).toBe(1000);
  expect(reads.reduce((sum, [start, end]) => sum + end - start, 0)).toBe(4 * data.length);
});
