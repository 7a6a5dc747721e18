/** A drawing that begins where another one got to. */
import { expect, test } from 'vitest';
import { plainEngine } from '#core/random/plain-engine';
import { fastEngine, hostOf } from '#core/random/wasm-engine';
import { crc32 } from '#core/weights/crc32';
import { drawBlobs, type DrawnPart, type PlanDraw, type Reached } from '#core/weights/draw';
import type { DrawPlan, PlannedBlob } from '#core/weights/plan';
import { nearDraw } from '../../webview/weights/near';

const seed = 1701;
const large: PlannedBlob = { shape: [700, 800], distribution: { kind: 'normal', mean: 0, std: 0.01 }, owner: 0 };
const blobs: readonly PlannedBlob[] = [
  large,
  { shape: [700], distribution: { kind: 'constant', value: 0.1 }, owner: 1 },
  { shape: [9, 5], distribution: { kind: 'uniform', min: -1, max: 1 }, owner: 2 },
  { shape: [4, 6], distribution: { kind: 'sparseNormal', mean: 0, std: 1, density: 0.5 }, owner: 3 },
  { ...large, owner: 4 },
];
const plan: DrawPlan = { blobs, steps: blobs.map((_, blob) => ({ kind: 'fill', blob })) };
const whole = drawBlobs(plan, seed);
const valuesOf = (draw: PlanDraw, blob: number): Float32Array => draw.values(blob)?.values ?? new Float32Array();
const sumOf = (draw: PlanDraw, blob: number): string => crc32(valuesOf(draw, blob));

function reachedBy(draw: PlanDraw, blob: number): Reached | undefined {
  const steps = draw.reach(blob);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

test.each([0, 2, 3, 4])('blob %i is the same from where another drawing got to', (blob) => {
  const reached = reachedBy(drawBlobs(plan, seed, fastEngine(hostOf(globalThis))), blob) as Reached;
  const draw = drawBlobs(plan, seed, plainEngine());
  draw.know(JSON.parse(JSON.stringify(reached)) as Reached);
  expect(draw.ahead(blob)).toBe(0);
  expect(sumOf(draw, blob)).toBe(sumOf(whole, blob));
  // What comes before it is drawn from the start.
  expect(sumOf(draw, 2)).toBe(sumOf(whole, 2));
});

test('what draws nothing is nowhere in the stream', () => {
  expect(reachedBy(whole, 1)).toBeUndefined();
  expect(whole.ahead(1)).toBe(0);
  expect(reachedBy(whole, 99)).toBeUndefined();
});

test('what is learnt while earlier blobs are passed is made use of', () => {
  const reached = reachedBy(whole, 4) as Reached;
  const draw = drawBlobs(plan, seed);
  const values = new Float32Array(700 * 800);
  const steps = draw.parts(4, (start, end) => values.subarray(start, end));
  const first = steps.next().value as DrawnPart;
  expect(first.part).toBeUndefined();
  draw.know(reached);
  const rest = [...steps];
  expect(rest.every(({ part }) => part !== undefined)).toBe(true);
  expect(rest.at(-1)?.done).toBe(rest.at(-1)?.total);
  expect(crc32(values)).toBe(sumOf(whole, 4));
});

test('a changed plan keeps what it knows of what comes before the change', () => {
  const changed: DrawPlan = {
    ...plan,
    blobs: blobs.map((blob, i) => (i === 2 ? { ...blob, distribution: { kind: 'uniform', min: 0, max: 1 } } : blob)),
  };
  const draw = drawBlobs(plan, seed);
  draw.know(reachedBy(whole, 2) as Reached);
  draw.know(reachedBy(whole, 4) as Reached);
  const next = draw.replan(changed);
  expect(next.ahead(2)).toBe(0);
  expect(next.ahead(4)).toBeGreaterThan(0);
  expect(sumOf(next, 4)).toBe(sumOf(drawBlobs(changed, seed), 4));
});

test('the page draws the values that are seen, where that takes no time', () => {
  const near = nearDraw();
  near.plan(plan, seed);
  const all = valuesOf(whole, 4);
  const seen = near.values(4, { start: 800 * 3 + 10, rows: 2, width: 5, stride: 800 }) ?? new Float32Array();
  expect([...seen]).toEqual([...all.subarray(2410, 2415), ...all.subarray(3210, 3215)]);
  expect(near.values(3, { start: 0, rows: 1, width: 24, stride: 0 })).toEqual(valuesOf(whole, 3));
  expect(near.values(99, { start: 0, rows: 1, width: 1, stride: 0 })).toBeUndefined();
  expect(near.values(3, { start: 20, rows: 1, width: 5, stride: 0 })).toBeUndefined();
});

test('it leaves to the worker what is far, until it is told how to get there', () => {
  const far: DrawPlan = { ...plan, blobs: [{ ...large, shape: [9000, 800] }, ...blobs.slice(1)] };
  const near = nearDraw();
  near.plan(far, seed);
  const region = { start: 0, rows: 1, width: 45, stride: 0 };
  expect(near.values(2, region)).toBeUndefined();
  near.know(reachedBy(drawBlobs(far, seed, fastEngine(hostOf(globalThis))), 2) as Reached);
  expect(near.values(2, region)).toEqual(valuesOf(drawBlobs(far, seed, fastEngine(hostOf(globalThis))), 2));
});
