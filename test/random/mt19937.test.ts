import { describe, expect, test } from 'vitest';
import { Mt19937 } from '#core/random/mt19937';

const take = (generator: Mt19937, n: number): number[] => Array.from({ length: n }, () => generator.next());

describe('mt19937', () => {
  test('generates the words of the reference implementation', () => {
    // The published check value of MT19937: the 10,000th word after the default seed.
    const generator = new Mt19937(5489);
    expect(take(generator, 3)).toEqual([3499211612, 581869302, 3890346734]);
    for (let i = 3; i < 9999; i++) generator.next();
    expect(generator.next()).toBe(4123659995);
  });

  test('generates the same words again from a saved state, at any position in a block', () => {
    for (const skipped of [0, 1, 623, 624, 625, 2000]) {
      const generator = new Mt19937(1701);
      take(generator, skipped);
      const saved = generator.save();
      const words = take(generator, 700);
      take(generator, 50);
      generator.restore(saved);
      expect(take(generator, 700)).toEqual(words);
    }
  });

  test('treats seeds as unsigned 32-bit integers', () => {
    expect(new Mt19937(-1).next()).toBe(new Mt19937(4294967295).next());
  });
});
