/** PositiveUnitballFiller: U(0, 1), each row divided by its sum; so the mean is one over the row's length. */
import { expect, test } from 'vitest';
import { filledBy, fillerTable } from '../support/filler-table';

fillerTable('positive_unitball', [['num_output: 8 kernel_size: 1 group: 6', '', 'mean 1, std 0']]);

test('rows have the spread of shares of uniforms', () => {
  const { weight, codes } = filledBy('type: "positive_unitball"', 'num_output: 8 kernel_size: 1');
  const draws = 40_000;
  let sum = 0;
  let seed = 1;
  const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let i = 0; i < draws; i++) {
    const row = Array.from({ length: 6 }, random);
    sum += ((row[0] ?? 0) / row.reduce((a, b) => a + b, 0)) ** 2;
  }
  expect(weight.mean).toBe(Math.fround(1 / 6));
  expect(Math.abs((weight.std ?? 0) - Math.sqrt(sum / draws - 1 / 36))).toBeLessThan(0.002);
  expect(codes).toEqual([]);
});
