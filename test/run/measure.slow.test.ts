/** Sums and bins in WebAssembly are those that plain loops find, for any values. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalBinsOf, octavesOf, sumsOf } from '#run/measure';

const odd = fc.constantFrom(0, -0, 1, -1, 0.25, NaN, Infinity, -Infinity, 1e-40, -3e38);
const values = fc.oneof(
  fc.float32Array({ maxLength: 40 }),
  fc.array(odd, { maxLength: 19 }).map((some) => Float32Array.from(some)),
);
/** About as many as fit into the memory at once. */
const full = [NaN, -Infinity, -0, 0.25, Infinity, -3e38, 1e-40].map((value, i) =>
  new Float32Array(32_766 + i).fill(value, 32_761 + i),
);
const numbers = (all: Float32Array): readonly number[] => [...all].filter((value) => !Number.isNaN(value));

test('sums', () => {
  fc.assert(
    fc.property(values, (all) => {
      const { sum, squares, min, max, zeros } = sumsOf(all);
      const plain = [...all].reduce((so, value) => so + value, 0);
      const size = [...all].reduce((so, value) => so + Math.abs(value), 0);
      if (Number.isFinite(size)) expect(Math.abs(sum - plain)).toBeLessThanOrEqual(1e-12 * size);
      else expect(sum).toBe(plain);
      const plainSquares = [...all].reduce((so, value) => so + value * value, 0);
      if (Number.isFinite(plainSquares)) expect(Math.abs(squares - plainSquares)).toBeLessThanOrEqual(1e-12 * squares);
      else expect(squares).toBe(plainSquares);
      // Adding 0 leaves no −0.
      expect([min + 0, max + 0]).toEqual([Math.min(...numbers(all)) + 0, Math.max(...numbers(all)) + 0]);
      expect(zeros).toBe(all.filter((value) => value === 0).length);
    }),
    { examples: full.map((all) => [all]) },
  );
});

test('half octaves', () => {
  fc.assert(
    fc.property(values, (all) => {
      const counts = new Float64Array(512);
      for (const bits of new Uint32Array(all.buffer, all.byteOffset, all.length)) {
        const bin = (bits & 0x7fffffff) >>> 22;
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
      expect(octavesOf(all)).toEqual(counts);
    }),
    { examples: full.map((all) => [all]) },
  );
});

test('equal bins', () => {
  const range = fc.record({
    from: fc.float({ min: -3, max: 0.5, noNaN: true }),
    bins: fc.integer({ min: 1, max: 200 }),
  });
  fc.assert(
    fc.property(values, range, (all, { from, bins }) => {
      const to = 0.75;
      const counts = new Array<number>(bins).fill(0);
      const finite = all.filter((value) => Number.isFinite(value));
      for (const value of finite.filter((each) => each >= from && each <= to && each !== 0)) {
        const bin = Math.min(bins - 1, Math.floor((value - from) * (bins / (to - from))));
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
      const below = finite.filter((value) => value < from).length;
      const above = finite.filter((value) => value > to).length;
      expect(equalBinsOf(all, from, to, bins)).toEqual({ counts, below, above });
    }),
    { examples: full.map((all) => [all, { from: -1, bins: 7 }]) },
  );
});
