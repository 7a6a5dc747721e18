import { describe, expect, test } from 'vitest';
import { expf } from '#core/random/float32';
import { Mt19937 } from '#core/random/mt19937';
import { fillNormal } from '#core/random/normal';
import { crc32 } from '#core/weights/crc32';

describe('normal', () => {
  test('fills in parts with the same values as at once', () => {
    const whole = new Float32Array(5000);
    fillNormal(new Mt19937(3), whole, 0.5, 2);
    const generator = new Mt19937(3);
    const parts = new Float32Array(5000);
    for (let i = 0; i < 5000; i += 1250) fillNormal(generator, parts.subarray(i, i + 1250), 0.5, 2);
    expect(crc32(parts)).toBe(crc32(whole));
  });

  test('has the moments and the tails of a normal distribution', () => {
    const n = 400_000;
    const values = new Float32Array(n);
    fillNormal(new Mt19937(1701), values, 0, 1);
    const moment = (k: number): number => values.reduce((sum, value) => sum + value ** k, 0) / n;
    // Five standard errors of each: Var(x^k) = 1, 2, 15, 96.
    expect(Math.abs(moment(1))).toBeLessThan(5 * Math.sqrt(1 / n));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
    expect(Math.abs(moment(3))).toBeLessThan(5 * Math.sqrt(15 / n));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(5 * Math.sqrt(96 / n));
    // Beyond the last edge of the ziggurat: P(|x| > 3.4426) = 5.76e-4.
    const far = values.filter((value) => Math.abs(value) > 3.4426198558966523).length;
    expect(Math.abs(far / n - 5.761e-4)).toBeLessThan(5 * Math.sqrt(5.761e-4 / n));
  });
});

describe('expf', () => {
  test('is within one float32 step of the exact value, and almost always the nearest', () => {
    let off = 0;
    for (let i = 1; i <= 20_000; i++) {
      const x = -i / 2000;
      const exact = Math.fround(Math.exp(Math.fround(x)));
      if (expf(x) !== exact) off++;
      expect(Math.abs(expf(x) - exact)).toBeLessThanOrEqual(exact * 1.2e-7);
    }
    expect(off).toBeLessThan(40);
  });
});
