import { describe, expect, test } from 'vitest';
import { nextUp } from '#core/random/float32';
import { Mt19937 } from '#core/random/mt19937';
import { fillUniform } from '#core/random/uniform';

const drawn = (n: number, min: number, max: number, seed = 1701): Float32Array => {
  const out = new Float32Array(n);
  fillUniform(new Mt19937(seed), out, min, max);
  return out;
};

describe('uniform', () => {
  test("draws Caffe's values (xavier with n = 12, seed 1701)", () => {
    const scale = Math.fround(Math.sqrt(Math.fround(3 / 12)));
    expect([...drawn(4, -scale, scale)]).toEqual(
      [-0.410566777, 0.0187391043, -0.384622306, 0.306680083].map(Math.fround),
    );
  });

  test('draws about two words per value if min = max, until one rounds down', () => {
    const generator = new Mt19937(1701);
    const out = new Float32Array(1000);
    fillUniform(generator, out, 0.5, 0.5);
    expect(new Set(out)).toEqual(new Set([0.5]));
    const used = new Mt19937(1701);
    let words = 0;
    const next = generator.next();
    while (used.next() !== next) words++;
    expect(words).toBeGreaterThan(1900);
    expect(words).toBeLessThan(2100);
  });

  test('stays within its bounds, with the variance of the range', () => {
    const values = drawn(100_000, -0.25, 0.75);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.min(...values.subarray(0, 50_000))).toBeGreaterThanOrEqual(-0.25);
    expect(Math.max(...values.subarray(0, 50_000))).toBeLessThanOrEqual(0.75);
    // Five standard errors: std(mean) = √(1/12/n), std(variance) = √((1/80 − 1/144)/n).
    expect(Math.abs(mean - 0.25)).toBeLessThan(5 * Math.sqrt(1 / 12 / values.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt((1 / 80 - 1 / 144) / values.length));
  });
});

describe('nextUp', () => {
  test.each([
    [0, 1.401298464324817e-45],
    [1, 1.0000001192092896],
    [-1, -0.9999999403953552],
    [0.5, 0.5000000596046448],
  ])('of %d is %d', (value, next) => {
    expect(nextUp(value)).toBe(next);
  });
});
