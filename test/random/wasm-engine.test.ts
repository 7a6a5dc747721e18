/** The WebAssembly engine gives the same bits as the plain one, wherever a draw starts and ends. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Engine } from '#core/random/engine';
import { fastEngine, wasmEngine } from '#core/random/wasm-engine';
import { plainEngine } from '#core/random/plain-engine';
import { crc32 } from '#core/weights/crc32';
import { fast, seeded, wasmHost } from '../support/engines';

type Draw =
  | { readonly kind: 'uniform' | 'normal'; readonly count: number; readonly a: number; readonly b: number }
  | { readonly kind: 'thinOut'; readonly count: number; readonly p: number }
  | { readonly kind: 'skip'; readonly count: number };

const float = fc.float({ noNaN: true, noDefaultInfinity: true, min: -1e3, max: 1e3 });
const count = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 40_000 }));
const draw: fc.Arbitrary<Draw> = fc.oneof(
  fc.record({ kind: fc.constantFrom('uniform', 'normal'), count, a: float, b: float }),
  fc.record({ kind: fc.constant('thinOut'), count, p: fc.float({ noNaN: true, min: 0, max: 1 }) }),
  fc.record({ kind: fc.constant('skip'), count }),
);

function run(engine: Engine, draws: readonly Draw[]): readonly string[] {
  return draws.map((each) => {
    const values = new Float32Array(each.count).fill(-1.5);
    if (each.kind === 'uniform') engine.uniform(values, Math.min(each.a, each.b), Math.max(each.a, each.b));
    if (each.kind === 'normal') engine.normal(values, each.a, Math.abs(each.b));
    if (each.kind === 'thinOut') engine.thinOut(values, each.p);
    if (each.kind === 'skip') engine.skip(each.count);
    return crc32(values);
  });
}

test('matches for any draws in any order', () => {
  const engine = fast();
  fc.assert(
    fc.property(fc.nat(0xffffffff), fc.array(draw, { maxLength: 6 }), (seed, draws) => {
      expect(run(seeded(seed, engine), draws)).toEqual(run(seeded(seed), draws));
    }),
    { numRuns: 60 },
  );
});

test('matches for a million normal values, hundreds of them in the tails', () => {
  const draws: readonly Draw[] = [{ kind: 'normal', count: 1_000_000, a: 0, b: 1 }];
  expect(run(seeded(1701, fast()), draws)).toEqual(run(seeded(1701), draws));
});

test('matches if values that round up to the bound are drawn again, here about every second', () => {
  const draws: readonly Draw[] = [
    { kind: 'uniform', count: 5000, a: 0.5, b: 0.5 },
    { kind: 'uniform', count: 5, a: 0, b: 1 },
  ];
  expect(run(seeded(3, fast()), draws)).toEqual(run(seeded(3), draws));
});

test('continues a state saved in the other engine', () => {
  const [one, other] = [seeded(7, fast()), plainEngine()];
  one.skip(1000);
  other.restore(one.save());
  const draws: readonly Draw[] = [{ kind: 'normal', count: 2000, a: 0, b: 1 }];
  expect(run(other, draws)).toEqual(run(one, draws));
});

test("falls back to the plain engine if the host can't run it", () => {
  expect(wasmEngine({ ...wasmHost, validate: () => false })).toBeUndefined();
  const forbidding = class {
    constructor() {
      throw new Error('the policy of the page forbids it');
    }
  };
  const refused = fastEngine({ validate: () => true, Module: forbidding, Instance: wasmHost.Instance });
  expect(
    run(seeded(1, refused), [
      { kind: 'skip', count: 3 },
      { kind: 'uniform', count: 9, a: 0, b: 1 },
    ]),
  ).toEqual(
    run(seeded(1), [
      { kind: 'skip', count: 3 },
      { kind: 'uniform', count: 9, a: 0, b: 1 },
    ]),
  );
});

test('falls back to the plain engine without WebAssembly', () => {
  vi.stubGlobal('WebAssembly', undefined);
  expect(wasmEngine()).toBeUndefined();
  expect(fastEngine()).toBeDefined();
  vi.unstubAllGlobals();
  expect(wasmEngine()).toBeDefined();
});
