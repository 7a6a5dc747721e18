/** The range of a histogram's axis, and the expected counts of its bins. */
import { expect, test } from 'vitest';
import type { Filling } from '#core/net/distribution';
import { union, withMargin } from '#webview/values/range';
import { expectedCounts, rangeOf, reachOf } from '#webview/weights/spread';

const distributions: readonly (readonly [Filling, number])[] = [
  [{ kind: 'uniform', min: -0.2, max: 0.3 }, 0.05],
  [{ kind: 'normal', mean: 1, std: 0.5 }, 1],
  [{ kind: 'sparseNormal', mean: 0, std: 2, density: 0.25 }, 0],
  [{ kind: 'unitSphere', dimensions: 5 }, 0],
  [{ kind: 'unitSphere', dimensions: 300 }, 0],
];

test.each(distributions)('%o: the counts of all bins add up to the total', (distribution, mean) => {
  const range = withMargin(rangeOf(distribution, mean));
  const counts = expectedCounts(distribution, 1000, range, 96) ?? [];
  const share = distribution.kind === 'sparseNormal' ? distribution.density : 1;
  expect(counts.reduce((sum, count) => sum + count, 0) / (1000 * share)).toBeCloseTo(1, 2);
});

test('covers both fillers by a common axis', () => {
  expect(
    union([
      { from: -1, to: 2 },
      { from: 0, to: 3 },
    ]),
  ).toEqual({ from: -1, to: 3 });
});

test('has no empty axis, and no colours beyond the values', () => {
  const constant: Filling = { kind: 'constant', value: 0 };
  const { from, to } = withMargin(rangeOf(constant, 0));
  expect(to).toBeGreaterThan(from);
  expect(reachOf({ from: -0.2, to: 0.3 }, { kind: 'uniform', min: -0.2, max: 0.3 })).toBe(0.3);
  expect(expectedCounts({ kind: 'bilinear' }, 64, { from: 0, to: 1 }, 8)).toBeUndefined();
});
