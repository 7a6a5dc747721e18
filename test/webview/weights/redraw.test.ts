/** The displayed parts of a blob that is drawn again have the blob's own values. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filling } from '#core/net/distribution';
import { fastEngine } from '#core/random/wasm-engine';
import { crc32 } from '#core/weights/crc32';
import { drawBlobs, type PlanDraw } from '#core/weights/draw';
import { passingRoom } from '#core/weights/parts';
import type { DrawPlan } from '#core/weights/plan';
import { redrawable, type Redrawable } from '#webview/weights/redraw';
import type { Region } from '#core/weights/region';

const before: Filling = { kind: 'normal', mean: 0, std: 1 };
const engine = fastEngine();

function drawOf(distribution: Filling, shape: readonly number[]): PlanDraw {
  const plan: DrawPlan = {
    blobs: [
      { shape: [5, 7], distribution: before, owner: 0 },
      { shape, distribution, owner: 1 },
    ],
    steps: [
      { kind: 'fill', blob: 0 },
      { kind: 'fill', blob: 1 },
    ],
  };
  return drawBlobs(plan, 1701, engine);
}

/** `values` of the whole blob. */
function cut(values: Float32Array, { start, rows, width, stride }: Region): Float32Array {
  const part = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++)
    part.set(values.subarray(start + row * stride, start + row * stride + width), row * width);
  return part;
}

function drawn(draw: PlanDraw): Redrawable {
  const blob = redrawable(draw, 1);
  for (const { part } of draw.parts(1, passingRoom())) if (part) blob.add(part);
  return blob;
}

test.each<[string, Filling, readonly number[]]>([
  ['of a uniform filler', { kind: 'uniform', min: -1, max: 1 }, [700, 900]],
  ['of a gaussian filler', { kind: 'normal', mean: 0, std: 0.1 }, [300, 2101]],
  ['of a sparse filler', { kind: 'sparseNormal', mean: 0, std: 0.1, density: 0.3 }, [300, 2101]],
  ['of a sparse filler that are all 0', { kind: 'sparseNormal', mean: 0, std: 0.1, density: 0 }, [3, 100_001]],
  ['of rows that fit into a part', { kind: 'unitball' }, [301, 2000]],
  ['of rows that are longer than a part', { kind: 'unitSphere', dimensions: 300_001 }, [2, 300_001]],
  ['that are computed, not drawn', { kind: 'bilinear' }, [40, 30, 21, 21]],
])('redraws values %s', (_, distribution, shape) => {
  const draw = drawOf(distribution, shape);
  const all = draw.values(1)?.values ?? new Float32Array();
  const blob = drawn(draw);
  expect(blob.ready()).toBe(all.length);
  const columns = all.length / (shape[0] ?? 1);
  fc.assert(
    fc.property(
      fc.nat((shape[0] ?? 1) - 1),
      fc.nat(columns - 1),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 40 }),
      (top, left, down, across) => {
        const region = {
          start: top * columns + left,
          rows: Math.min(down, (shape[0] ?? 1) - top),
          width: Math.min(across, columns - left),
          stride: columns,
        };
        expect(blob.region(region)).toEqual(cut(all, region));
      },
    ),
    { numRuns: 8 },
  );
  const run = { start: 10, rows: 1, width: all.length - 20, stride: 0 };
  expect(crc32(blob.region(run))).toBe(crc32(cut(all, run)));
});

test('returns 0 for values that are not available', () => {
  const blob = redrawable(drawOf(before, [4]), 1);
  expect(blob.ready()).toBe(0);
  expect(blob.region({ start: 0, rows: 1, width: 3, stride: 0 })).toEqual(new Float32Array(3));
});

test('does not disturb another drawing that is paused', () => {
  const draw = drawOf({ kind: 'normal', mean: 0, std: 1 }, [700, 900]);
  const all = draw.values(1)?.values ?? new Float32Array();
  const blob = redrawable(draw, 1);
  let seen = 0;
  for (const { part } of draw.parts(1, passingRoom())) {
    if (!part) continue;
    blob.add(part);
    blob.region({ start: 0, rows: 1, width: 9, stride: 0 });
    expect(part.values[0]).toBe(all[seen]);
    seen = blob.ready();
  }
  expect(seen).toBe(all.length);
});
