/** Histograms of a run's values: what is in which bin, for any values. */
import { describe, expect, test } from 'vitest';
import { linearBins, magnitudeBins, magnitudeEdge, mostCounted, type Histogram } from '#core/histogram';
import { plainEngine } from '#core/random/plain-engine';
import { reduced } from '#run/reduce';

const histogramOf = (values: Float32Array): Histogram => reduced(values).histogram;

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

function normal(count: number, std = 1): Float32Array {
  const values = new Float32Array(count);
  const engine = plainEngine();
  engine.seed(1701);
  engine.normal(values, 0, std);
  return values;
}

describe('equal bins', () => {
  test('reach as far as the values, and leave out zeros', () => {
    const { from, to, counts, below, above } = histogramOf(Float32Array.of(-1, 0, 0, 0, 0.5, 1)).linear;
    expect([from, to, below, above]).toEqual([-1, 1, 0, 0]);
    expect(counts).toHaveLength(linearBins);
    expect([counts[0], counts[(linearBins * 3) / 4], counts.at(-1), sum(counts)]).toEqual([1, 1, 1, 3]);
  });

  test('are not widened by a few large values', () => {
    const values = normal(10_000);
    values[5] = 1e6;
    values[6] = -1e6;
    const { from, to, counts, below, above } = histogramOf(values).linear;
    expect(below + above + sum(counts)).toBe(10_000);
    expect(below + above).toBeLessThan(10);
    expect(to).toBeLessThanOrEqual(4);
    expect(from).toBeGreaterThanOrEqual(-4);
  });

  test('have the shape of a normal distribution', () => {
    const { from, to, counts } = histogramOf(normal(200_000, 0.01)).linear;
    const width = (to - from) / counts.length;
    counts.forEach((count, i) => {
      const x = (from + (i + 0.5) * width) / 0.01;
      const expected = (200_000 * width * Math.exp((-x * x) / 2)) / (0.01 * Math.sqrt(2 * Math.PI));
      expect(Math.abs(count - expected)).toBeLessThan(10 + 6 * Math.sqrt(expected));
    });
  });

  test.each([
    [[], 0],
    [[0, 0], 0],
    [[3, 3], 3],
    [[NaN, Infinity], 0],
  ])('are none where there is nothing to divide: %j', (values, from) => {
    expect(histogramOf(Float32Array.from(values)).linear).toEqual({ from, to: from, counts: [], below: 0, above: 0 });
  });

  test('are those of the finite values where others are not', () => {
    expect(histogramOf(Float32Array.of(NaN, -Infinity, 1, 2)).linear).toMatchObject({
      from: -3,
      to: 2,
      below: 0,
      above: 0,
    });
  });
});

test('of very many values, a part is counted that is spread over all of them', () => {
  const values = new Float32Array(4 * mostCounted).map((_, i) => (i % 4 === 0 ? 1 : i % 4 === 1 ? -2 : 0));
  const { counted, linear, magnitudes } = histogramOf(values);
  expect(counted).toBeLessThanOrEqual(mostCounted);
  expect(sum(linear.counts) / counted).toBeCloseTo(0.5, 3);
  expect((linear.counts[0] ?? 0) / counted).toBeCloseTo(0.25, 3);
  expect(sum(magnitudes.counts)).toBe(sum(linear.counts));
});

describe('half octaves', () => {
  test.each([1, 1.4, 1.5, 2, 2.9, 3, -0.1, 1e-20, 3e38, 1e-40])('%s is between the edges of its bin', (value) => {
    const { first, counts } = histogramOf(Float32Array.of(value)).magnitudes;
    expect(counts).toEqual([1]);
    const size = Math.abs(Math.fround(value));
    expect(magnitudeEdge(first)).toBeLessThanOrEqual(size);
    expect(magnitudeEdge(first + 1)).toBeGreaterThan(size);
  });

  test('are a limited number, from the largest down', () => {
    const { first, counts, below } = histogramOf(Float32Array.of(1, -3, 1e-30, 0, NaN, Infinity)).magnitudes;
    expect([below, sum(counts)]).toEqual([1, 2]);
    expect(counts.length).toBeLessThanOrEqual(magnitudeBins);
    expect(magnitudeEdge(first + counts.length)).toBe(4);
  });

  test('hold each value once', () => {
    const { counts, below } = histogramOf(normal(50_000)).magnitudes;
    expect(sum(counts) + below).toBe(50_000);
  });
});
