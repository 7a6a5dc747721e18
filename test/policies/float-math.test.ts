import { expf, powf } from '#core/policies/float-math';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const { fround } = Math;

describe('powf and expf', () => {
  test('match glibc where its result is not the nearest float', () => {
    expect(powf(fround(0.992), 0.75) * 2 ** 24).toBe(16676452);
    expect(fround(fround(0.992) ** 0.75) * 2 ** 24).toBe(16676451);
  });

  test('stay within two units in the last place of the exact value', () => {
    const finite = fc.float({ min: fround(1e-3), max: 1000, noNaN: true });
    fc.assert(fc.property(finite, fc.float({ min: -5, max: 5, noNaN: true }), (x, y) => near(powf(x, y), x ** y)));
    fc.assert(fc.property(fc.float({ min: -80, max: 80, noNaN: true }), (x) => near(expf(x), Math.exp(x))));
  });

  test.each([
    [0, 0, 1],
    [0, 2, 0],
    [0, -1, Infinity],
    [1, NaN, 1],
    [-1, Infinity, 1],
    [-2, 3, -8],
    [-2, 2, 4],
    [-2, 0.5, NaN],
    [2, 200, Infinity],
    [2, -200, 0],
    [2 ** -149, 1, 2 ** -149],
    [2, -149, 2 ** -149],
    [-Infinity, 2, Infinity],
  ])('powf(%d, %d) is %d', (x, y, expected) => expect(powf(x, y)).toBe(expected));

  test.each([
    [0, 1],
    [Infinity, Infinity],
    [-Infinity, 0],
    [1000, Infinity],
    [-1000, 0],
  ])('expf(%d) is %d', (x, expected) => {
    expect(expf(x)).toBe(expected);
  });
});

function near(single: number, exact: number): boolean {
  return Math.abs(single - exact) <= 2 ** -23 * Math.abs(exact);
}
