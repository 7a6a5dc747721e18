/** Runs compute what Caffe computes to the last bit, where the runtime's own operators approximate. */
import { describe, expect, test } from 'vitest';
import { inputOf, ran } from '../support/ran';

const x = [-20, -9.5, -8, -7, -5.25, -2, -0.3, -1e-4, 1e-4, 0.3, 2, 5.25, 7, 8, 9.5, 20].map(Math.fround);

async function topOf(
  layer: string,
  values: readonly number[],
  ...shape: readonly number[]
): Promise<readonly number[]> {
  const { tops } = await ran([inputOf('x', ...shape), `layer { name: "y" bottom: "x" top: "y" ${layer} }`], {
    x: values,
  });
  return tops.get('y')?.values ?? [];
}

describe('rounded once', () => {
  test('TanH', async () => {
    expect(await topOf('type: "TanH"', x, 16)).toEqual(x.map((each) => Math.fround(Math.tanh(each))));
  });
  test('Sigmoid', async () => {
    const wanted = x.map((each) => Math.fround(1 / (1 + Math.exp(-each))));
    expect(await topOf('type: "Sigmoid"', x, 16)).toEqual(wanted);
  });
  test('Softmax', async () => {
    const values = x.slice(4, 12);
    const sum = values.reduce((all, each) => all + Math.exp(each), 0);
    const wanted = values.map((each) => Math.fround(Math.exp(each) / sum));
    expect(await topOf('type: "Softmax"', values, 1, 8)).toEqual(wanted);
  });
});

describe('a mean does not depend on the order of its terms', () => {
  // Their mean is 0.5; one after the other in float32, the ones are lost.
  const values = [2 ** 24, 1, 1, 1, 1, -(2 ** 24), 0, 0];
  test('MVN', async () => {
    const top = await topOf('type: "MVN" mvn_param { normalize_variance: false }', values, 1, 1, 2, 4);
    expect([top[1], top[6]]).toEqual([0.5, -0.5]);
  });
  test('BatchNorm', async () => {
    const top = await topOf('type: "BatchNorm"', values, 1, 1, 2, 4);
    expect((top[1] ?? NaN) / (top[6] ?? NaN)).toBe(-1);
  });
});
