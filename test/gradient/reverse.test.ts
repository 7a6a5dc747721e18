import { describe, expect, test } from 'vitest';
import { gradientRules } from '#core/gradient/index';
import { gradientsOf } from '#core/gradient/reverse';
import { add, averagePool, cast, compare, floats, maxPool, mul, scalar, slice, unary } from '#core/graph/operators';
import type { Value } from '#core/net/graph';
import { evaluate, input } from '../support/evaluate';

const rule = (operator: string): (typeof gradientRules)[string] | undefined => gradientRules[operator];
const one = scalar(1);

async function at(gradient: Value | undefined, x: Value, value: number): Promise<number | undefined> {
  const [found] = gradient ? await evaluate([gradient], [[value]], [x]) : [];
  return found?.[0];
}

describe('gradientsOf', () => {
  test('adds up what arrives from several readers, at a value and at a node', async () => {
    const x = input([]);
    const square = mul(x, x);
    const made = add(square, mul(square, x));
    const { of } = gradientsOf([{ value: made, gradient: one }], new Set([x]), rule);
    expect(await at(of(x), x, 3)).toBe(2 * 3 + 3 * 9);
  });

  test('adds up the gradients of several results', async () => {
    const x = input([]);
    const seeds = [
      { value: mul(x, x), gradient: scalar(1) },
      { value: x, gradient: scalar(10) },
    ];
    expect(await at(gradientsOf(seeds, new Set([x]), rule).of(x), x, 2)).toBe(14);
  });

  test('treats two readings of one value as different', () => {
    const x = input([]);
    const [first, second] = [{ ...x }, { ...x }];
    const { of } = gradientsOf(
      [{ value: add(first, mul(second, second)), gradient: one }],
      new Set([first, second]),
      rule,
    );
    expect(of(first)).toBe(one);
    expect(of(second)).not.toBe(of(first));
  });

  test('ends at a requested value that is itself computed', async () => {
    const x = input([]);
    const inner = unary('Exp', x);
    const { of } = gradientsOf([{ value: mul(inner, scalar(5)), gradient: one }], new Set([inner, x]), rule);
    expect(await at(of(inner), x, 1)).toBe(5);
    expect(of(x)).toBeUndefined();
  });

  test('is zero where no float depends on the value', () => {
    const x = input([1, 1, 2, 2]);
    const window = { kernel: [2, 2], stride: [1, 1], pads: [0, 0, 0, 0] };
    const [, places] = maxPool(x, window, [1, 1, 1, 1]);
    const flags = cast(compare('Greater', x, scalar(0)), 'float');
    for (const value of [cast(places, 'float'), flags]) {
      const { of, missing } = gradientsOf([{ value, gradient: one }], new Set([x]), rule);
      expect([of(x), missing]).toEqual([undefined, undefined]);
    }
  });

  test('is zero where the result has no values', () => {
    const x = input([1, 1, 2]);
    const empty = slice(x, [2], [1], [1]);
    const seeds = [{ value: unary('Exp', empty), gradient: floats([], [1, 1, 0]) }];
    expect(gradientsOf(seeds, new Set([x]), rule).of(x)).toBeUndefined();
  });

  test('names an operator without a rule, if a gradient would pass through it', () => {
    const x = input([1, 1, 2, 2]);
    const pooled = averagePool(x, { kernel: [2, 2], stride: [1, 1], pads: [0, 0, 0, 0] }, [1, 1, 1, 1]);
    const none = (): undefined => undefined;
    expect(gradientsOf([{ value: pooled, gradient: one }], new Set([x]), none).missing).toBe('AveragePool');
    expect(gradientsOf([{ value: pooled, gradient: one }], new Set([input([])]), none).missing).toBeUndefined();
  });

  test('handles a chain of 20,000 operators', () => {
    let value: Value = input([]);
    const x = value;
    for (let i = 0; i < 20_000; i++) value = unary('Tanh', value);
    expect(gradientsOf([{ value, gradient: one }], new Set([x]), rule).of(x)).toBeDefined();
  });
});
