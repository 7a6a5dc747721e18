/** Numbers as a person reads them. */
import { expect, test } from 'vitest';
import { formatMeasured, showMeasured } from '#core/numbers';

test('formats measured values alike everywhere', () => {
  const values = [0, 1, 0.123456, 1e-4, 9.99949e-5, 1.23456e-5, 999_949, 1e6, -2.5e-7, NaN, Infinity, -Infinity];
  expect(values.map((value) => formatMeasured(value))).toEqual([
    '0',
    '1',
    '0.1235',
    '0.0001',
    '9.999e-5',
    '1.235e-5',
    '999900',
    '1e+6',
    '-2.5e-7',
    'nan',
    'inf',
    '-inf',
  ]);
  expect(showMeasured(-2.5e-7)).toBe('−2.5e−7');
  expect(showMeasured(-Infinity)).toBe('−∞');
  expect(formatMeasured(0.123456, 3)).toBe('0.123');
});
