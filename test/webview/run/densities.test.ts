/** Densities on one axis: their areas, scales and outlines. */
import { describe, expect, test } from 'vitest';
import { plainEngine } from '#core/random/plain-engine';
import type { Ridge } from '#protocol/run';
import { reduced } from '#run/reduce';
import {
  densityOf,
  heightScale,
  outline,
  suitedHeights,
  suitedValues,
  ticksOf,
  valueScale,
} from '#webview/run/densities';

function ridge(values: Float32Array): Ridge {
  const zeros = values.filter((value) => value === 0).length;
  return { name: '', n: values.length, zeros, mean: 0, std: 1, min: 0, max: 0, ...reduced(values).histogram };
}

function normal(count: number, std: number): Ridge {
  const engine = plainEngine();
  engine.seed(1);
  const values = new Float32Array(count);
  engine.normal(values, 0, std);
  return ridge(values);
}

test.each(['linear', 'log'] as const)(
  'the area of a density is the share of its values that are not 0: %s',
  (values) => {
    const { heights, edges, zeros } = densityOf(ridge(Float32Array.of(0, 0, 0, 1, 2, 3, 4.5, -6)), values);
    const width = (i: number): number =>
      values === 'linear'
        ? (edges[i + 1] ?? 0) - (edges[i] ?? 0)
        : Math.log10(edges[i + 1] ?? 1) - Math.log10(edges[i] ?? 1);
    expect(heights.reduce((sum, height, i) => sum + height * width(i), 0)).toBeCloseTo(5 / 8, 6);
    expect(zeros).toBe(3 / 8);
  },
);

test('few values are in few bins', () => {
  const bins = (count: number): number => densityOf(normal(count, 1), 'linear').heights.length;
  expect(bins(100)).toBe(8);
  expect(bins(1_000_000)).toBe(120);
});

test('all values the same have no density, but a place', () => {
  expect(densityOf(ridge(Float32Array.of(3, 3)), 'linear')).toMatchObject({ heights: [], only: 3, zeros: 0 });
});

test('values that are no numbers have no place', () => {
  const bad: Ridge = { ...ridge(Float32Array.of(NaN, NaN)), mean: 'nan' };
  for (const values of ['linear', 'log'] as const)
    expect(densityOf(bad, values)).toMatchObject({ heights: [], only: undefined, notFinite: 'nan' });
});

test('an axis of magnitudes suits layers that are far apart', () => {
  expect(suitedValues([normal(1000, 1), normal(1000, 3)])).toBe('linear');
  expect(suitedValues([normal(1000, 1), normal(1000, 0.001)])).toBe('log');
  expect(suitedValues([ridge(new Float32Array(4)), normal(1000, 1)])).toBe('linear');
});

test('heights of its own suit ridges that are far from equally high', () => {
  const [wide, less, narrow] = [1, 0.5, 0.05].map((std) => densityOf(normal(5000, std), 'linear'));
  if (!wide || !less || !narrow) throw new Error('none');
  expect([suitedHeights([wide, less]), suitedHeights([wide, narrow])]).toEqual(['common', 'own']);
});

describe('the axis', () => {
  test('of values has all of them, and 0', () => {
    const scale = valueScale([ridge(Float32Array.of(1, 2)), ridge(Float32Array.of(4, 9))], 'linear', 100);
    expect([scale.domain()[0], Number(scale.domain()[1]) >= 8]).toEqual([0, true]);
    expect(scale.range()).toEqual([0, 100]);
  });

  test('of magnitudes has whole powers of ten as ticks', () => {
    const scale = valueScale([normal(5000, 1), normal(5000, 1e-4)], 'log', 400);
    expect(ticksOf(scale, 'log', String, 10)).toEqual(
      [1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1].filter((tick) => tick >= Number(scale.domain()[0])),
    );
  });

  test.each(['linear', 'log'] as const)('is there for values that are all 0: %s', (values) => {
    const scale = valueScale([ridge(new Float32Array(3))], values, 100);
    expect(scale.domain().every(Number.isFinite)).toBe(true);
    expect(ticksOf(scale, values, String, 10).length).toBeGreaterThan(1);
  });

  test('has values from the smallest to the largest layer, however far they are apart', () => {
    const scale = valueScale([normal(5000, 1e-30), normal(5000, 1e20)], 'log', 400);
    expect(scale.domain()[0]).toBeLessThan(1e-30);
    expect(scale.domain()[1]).toBeGreaterThan(1e20);
  });
});

test.each([60, 92, 300, 1000])('labels of ticks do not overlap in %s pixels', (width) => {
  for (const std of [1e-3, 0.03, 1, 700]) {
    const scale = valueScale([normal(500, std)], 'linear', width);
    const ticks = ticksOf(scale, 'linear', String, 10);
    expect(ticks.length).toBeGreaterThan(0);
    // A single one does not tell the scale.
    if (width > 60) expect(ticks.length).toBeGreaterThan(1);
    const ends = ticks.map((tick) => [scale(tick) - 3 * String(tick).length, scale(tick) + 3 * String(tick).length]);
    ends.slice(1).forEach(([from = 0], i) => expect(from).toBeGreaterThan(ends[i]?.[1] ?? Infinity));
  }
});

describe('heights', () => {
  const [wide, narrow] = [densityOf(normal(50_000, 1), 'linear'), densityOf(normal(50_000, 0.1), 'linear')];
  const peak = (density: typeof wide): number => Math.max(...density.heights);

  test('are on one scale, or each on its own', () => {
    const common = heightScale([wide, narrow], 'common');
    expect(common(peak(narrow), narrow)).toBe(1);
    expect(common(peak(wide), wide)).toBeCloseTo(0.1, 1);
    const own = heightScale([wide, narrow], 'own');
    expect([own(peak(narrow), narrow), own(peak(wide), wide)]).toEqual([1, 1]);
    const log = heightScale([wide, narrow], 'log');
    expect(log(peak(wide), wide)).toBeCloseTo(0.75, 1);
    expect(log(0, wide)).toBe(0);
  });

  test('make an outline that begins and ends at the base', () => {
    const scale = valueScale([normal(1000, 1)], 'linear', 200);
    const { area, line } = outline(wide, scale, (value) => 50 * value);
    expect(line).toMatch(/^M[-\d.]+ 0\.0L.*L[-\d.]+ 0\.0$/);
    expect(area).toBe(`${line}Z`);
    const none = { edges: [], heights: [], zeros: 1, only: undefined, notFinite: undefined };
    expect(outline(none, scale, () => 1)).toEqual({ area: '', line: '' });
  });

  const points = (path: string): readonly (readonly number[])[] =>
    path
      .replace(/^M|Z$/g, '')
      .split('L')
      .map((point) => point.split(' ').map(Number));

  test('make an outline that runs out where the values do, and has an edge where they end at once', () => {
    const rectified = densityOf(ridge(new Float32Array(20_000).map((_, i) => Math.abs(Math.sin(i)) ** 8)), 'linear');
    const scale = valueScale([normal(1000, 1)], 'linear', 200);
    const [first, second] = points(outline(rectified, scale, (value) => value).line);
    expect(first?.[0]).toBe(second?.[0]);
    expect(second?.[1]).toBeLessThan(0);
    // The last bins of magnitudes are halves of an octave, which the largest value hardly ever fills.
    const magnitudes = densityOf(normal(300, 1), 'log');
    const log = valueScale([normal(300, 1)], 'log', 200);
    const last = points(outline(magnitudes, log, (value) => value).line).slice(-2);
    expect(last[0]?.[0]).toBeLessThan(last[1]?.[0] ?? 0);
    expect(last[1]?.[1]).toBe(0);
  });

  test('make an outline without an edge where the axis begins', () => {
    const scale = valueScale([normal(5000, 1)], 'log', 200);
    const { line, area } = outline(densityOf(normal(5000, 1), 'log'), scale, (value) => value);
    expect(points(line)[0]?.[0]).toBe(0);
    expect(points(line)[0]?.[1]).toBeLessThan(0);
    expect(points(area)[0]).toEqual([0, 0]);
    const left = densityOf(normal(5000, 1e-9), 'log');
    expect(outline(left, scale, () => 1).line).toBe('');
  });
});
