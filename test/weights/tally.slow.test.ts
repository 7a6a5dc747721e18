/** Statistics and histogram in WebAssembly are bit-identical to those of the plain code. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainTally, tallyOf, type Binning, type Tallied } from '#core/weights/tally';
import { fast } from '../support/engines';

const values = fc.oneof(
  fc.float32Array({ maxLength: 40 }),
  fc
    .array(fc.constantFrom(0, -0, 1, -1, 0.25, NaN, Infinity, -Infinity, 1e-40), { maxLength: 9 })
    .map((some) => Float32Array.from(some)),
);
const binning = fc.record({
  from: fc.double({ min: -3, max: 0.5, noNaN: true }),
  to: fc.double({ min: 0.75, max: 3, noNaN: true }),
  bins: fc.integer({ min: 1, max: 200 }),
  zeros: fc.constantFrom('count', 'skip') satisfies fc.Arbitrary<Binning['zeros']>,
});

function tallied(how: Binning, parts: readonly Float32Array[], make = tallyOf): Tallied {
  const tally = make(how);
  parts.forEach(tally.add);
  return tally.result();
}

test('match for any values in any parts', () => {
  fc.assert(
    fc.property(binning, fc.array(values, { maxLength: 4 }), (how, parts) => {
      expect(tallied(how, parts)).toEqual(tallied(how, parts, plainTally));
    }),
    { numRuns: 150 },
  );
});

test('match for more values than fit into the memory at once', () => {
  const engine = fast();
  engine.seed(1701);
  const parts = [100_003, 32_768, 7].map((count) => {
    const part = new Float32Array(count);
    engine.normal(part, 0.5, 0.01);
    return part;
  });
  const how: Binning = { from: 0.46, to: 0.54, bins: 96, zeros: 'count' };
  const found = tallied(how, parts);
  expect(found).toEqual(tallied(how, parts, plainTally));
  expect(found.statistics.std).toBeCloseTo(0.01, 3);
});
