/** The values that the first picture of a blob needs. */
import { describe, expect, test } from 'vitest';
import type { Filling } from '#core/net/distribution';
import { runToEnd } from '#core/steps';
import { crc32 } from '#core/weights/crc32';
import { drawBlobs } from '#core/weights/draw';
import { drawnRegion, firstRegion, partOfFirst, type Region } from '#core/weights/region';
import type { DrawPlan } from '#core/weights/plan';
import { fittingZoom, layoutOf, screenOf } from '#webview/values/layout';

function cut(values: Float32Array, { start, rows, width, stride }: Region): Float32Array {
  const found = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++)
    found.set(values.subarray(start + row * stride, start + row * stride + width), row * width);
  return found;
}

const shapes: readonly (readonly number[])[] = [
  [96, 3, 11, 11],
  [256, 48, 5, 5],
  [384, 256, 3, 3],
  [20, 1, 5, 5],
  [64, 64, 1, 1],
  [1000, 4096],
  [10, 500],
  [5000, 3],
  [64],
  [1, 1],
];
const widths = [120, 400, 730, 1400];

test.each(shapes.map((shape) => [shape.join(' × '), shape] as const))('has the first picture of %s', (_, shape) => {
  const count = shape.reduce((product, dim) => product * dim, 1);
  const values = Float32Array.from({ length: count }, (__, i) => i);
  const region = firstRegion(shape);
  const layout = layoutOf(shape);
  for (const width of widths) {
    const zoom = fittingZoom(layout, width, 320);
    const { region: part } = screenOf(layout, { width, height: 320, zoom, page: 0 });
    const found = partOfFirst(region, cut(values, region), part) ?? new Float32Array();
    expect([found.length, crc32(found)]).toEqual([part.rows * part.width, crc32(cut(values, part))]);
  }
});

test('has no other part', () => {
  const region = firstRegion([1000, 4096]);
  const values = new Float32Array(region.rows * region.width);
  const part = { start: 0, rows: 2, width: 4, stride: 4096 };
  expect(partOfFirst(region, values, part)).toHaveLength(8);
  for (const other of [
    { ...part, start: 600 },
    { ...part, start: 510 },
    { ...part, start: 4096 * 127 },
    { ...part, rows: 129 },
    { ...part, width: 513 },
  ])
    expect(partOfFirst(region, values, other), JSON.stringify(other)).toBeUndefined();
  const all = firstRegion([64]);
  expect(partOfFirst(all, new Float32Array(64), { start: 60, rows: 1, width: 5, stride: 0 })).toBeUndefined();
});

const uniform: Filling = { kind: 'uniform', min: -1, max: 1 };
const normal: Filling = { kind: 'normal', mean: 0, std: 1 };

function planOf(...blobs: readonly (readonly [readonly number[], Filling | undefined])[]): DrawPlan {
  return {
    blobs: blobs.map(([shape, distribution], owner) => ({ shape, distribution, owner })),
    steps: blobs.map((_, blob) => ({ kind: 'fill', blob })),
  };
}

describe('draws', () => {
  const plan = planOf([[7, 5], normal], [[300, 3000], uniform], [[900, 2, 3, 3], normal]);

  test.each([0, 1, 2])('the same values as the whole blob %d', (blob) => {
    const region = firstRegion((plan.blobs[blob]?.shape ?? []).filter((dim) => typeof dim === 'number'));
    const whole = drawBlobs(plan, 1701).values(blob)?.values ?? new Float32Array();
    const found = runToEnd(drawnRegion(drawBlobs(plan, 1701), blob, region)) ?? new Float32Array();
    expect(found.length).toBeGreaterThan(0);
    expect(crc32(found)).toBe(crc32(cut(whole, region)));
  });

  test('nothing of a blob without a filler', () => {
    const unknown = planOf([[7, 5], undefined]);
    expect(runToEnd(drawnRegion(drawBlobs(unknown, 1), 0, firstRegion([7, 5])))).toBeUndefined();
  });

  test('nothing that would take long', () => {
    const long = 2 ** 45;
    const region = (shape: readonly number[]): Region => firstRegion(shape);
    const after = planOf([[long], uniform], [[10, 10], uniform]);
    expect(runToEnd(drawnRegion(drawBlobs(after, 1), 1, region([10, 10])))).toBeUndefined();
    const wide = planOf([[200, long], uniform]);
    expect(runToEnd(drawnRegion(drawBlobs(wide, 1), 0, region([200, long])))).toBeUndefined();
    const high = planOf([[long, 1000], uniform]);
    expect(runToEnd(drawnRegion(drawBlobs(high, 1), 0, region([long, 1000])))).toHaveLength(128 * 512);
  });
});
