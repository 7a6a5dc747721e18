/** The theory of distributions, compared with values that Caffe's generator draws. */
import { expect, test } from 'vitest';
import type { Filling } from '#core/net/distribution';
import { fillBlob } from '#core/weights/fill';
import { histogram, statisticsOf } from '#core/weights/statistics';
import { densityOf, theoryOf } from '#core/weights/theory';
import { seeded } from '../support/engines';

const cases: readonly [Filling, number, number][] = [
  [{ kind: 'uniform', min: -0.25, max: 0.75 }, 0.25, Math.sqrt(1 / 12)],
  [{ kind: 'normal', mean: 3, std: 0.5 }, 3, 0.5],
  [{ kind: 'sparseNormal', mean: 0, std: 2, density: 0.125 }, 0, 2 * Math.sqrt(0.125)],
  [{ kind: 'constant', value: 7 }, 7, 0],
];

test.each(cases)('%o: a sample is within its errors', (distribution, mean, std) => {
  const count = 200_000;
  const values = new Float32Array(count);
  fillBlob(seeded(1701), distribution, [100, 2000], values);
  const found = statisticsOf(values);
  const theory = theoryOf(distribution, { mean, std, count });
  for (const name of ['mean', 'std', 'min', 'max', 'zeros'] as const) {
    const expected = theory[name];
    if (!expected) throw new Error(`nothing is expected of ${name}`);
    expect(Math.abs(found[name] - expected.value), name).toBeLessThanOrEqual(4 * expected.error + 1e-9);
    expect(expected.error, name).toBeLessThanOrEqual(0.2 * (Math.abs(expected.value) + std));
  }
});

test.each(cases.slice(0, 3))('%o: the density matches the histogram', (distribution) => {
  const values = new Float32Array(200_000);
  fillBlob(seeded(3), distribution, [100, 2000], values);
  const { from, to, counts } = histogram(values, -0.25, 3.75, 16, 'skip');
  const density = densityOf(distribution);
  const width = (to - from) / counts.length;
  counts.forEach((count, i) => {
    // The mean over the bin, by Simpson's rule.
    const at = (x: number): number => density?.(from + (i + x) * width) ?? NaN;
    const share = (width * (at(0.001) + 4 * at(0.5) + at(0.999))) / 6;
    expect(Math.abs(count / values.length - share)).toBeLessThan(4 * Math.sqrt(share / values.length) + 1e-3);
  });
});

test('computes statistics of few values', () => {
  expect(statisticsOf(Float32Array.of(1, -1, 0, -0))).toEqual({
    count: 4,
    mean: 0,
    std: Math.SQRT1_2,
    min: -1,
    max: 1,
    zeros: 0.5,
  });
  expect(statisticsOf(new Float32Array())).toEqual({ count: 0, mean: 0, std: 0, min: 0, max: 0, zeros: 0 });
});

test('counts a value at the end of the range in the last bin, and none outside', () => {
  expect([...histogram(Float32Array.of(0, 0.5, 1, 1.5, -1), 0, 1, 2).counts]).toEqual([1, 2]);
  expect([...histogram(Float32Array.of(0, 0.5), 0, 1, 2, 'skip').counts]).toEqual([0, 1]);
});
