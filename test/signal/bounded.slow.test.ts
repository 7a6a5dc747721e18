/**
 * The cost of a forecast does not depend on the values in the net: short sums match their definition, long ones are bounded.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { coverageOf, type Axis } from '#core/moments/axis';
import { largestOf } from '#core/moments/maxima';
import { cumulative } from '#core/moments/normal';
import { neighboursOf } from '#core/moments/normalise';
import { sameWinner } from '#core/moments/pool';
import { mostSamples, sampled } from '#core/moments/sampled';
import { windowsOf, type PoolAxis } from '#core/moments/window';
import { trainState } from '#core/net/state';
import { plainEngine } from '#core/random/plain-engine';
import { forecast } from '#core/signal/forecast';
import { fillInParts } from '#core/weights/fill';

const small = fc.integer({ min: 1, max: 6 });

/** A filter's axis with sizes that match, or nearly. */
const axis: fc.Arbitrary<Axis & { readonly input: number; readonly output: number }> = fc
  .record({
    kernel: small,
    stride: fc.integer({ min: 1, max: 4 }),
    pad: fc.nat(6),
    dilation: fc.integer({ min: 1, max: 3 }),
    reversed: fc.boolean(),
    input: fc.integer({ min: 1, max: 14 }),
    output: fc.integer({ min: 1, max: 14 }),
  })
  .map((each) => each);

/** Enumerates the taps by their definition. */
function taps({ kernel, stride, pad, dilation, reversed, input, output }: Axis & { input: number; output: number }) {
  const found: { from: number; to: number; k: number }[] = [];
  for (let i = 0; i < (reversed ? input : output); i++) {
    for (let k = 0; k < kernel; k++) {
      const place = i * stride - pad + k * dilation;
      if (place >= 0 && place < (reversed ? output : input))
        found.push(reversed ? { from: i, to: place, k } : { from: place, to: i, k });
    }
  }
  return found;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

test('counts the taps of a filter along an axis as by their definition', () => {
  fc.assert(
    fc.property(axis, (each) => {
      const all = taps(each);
      const { kernel, input, output } = each;
      const found = coverageOf(each);
      expect(found.taps).toBeCloseTo(all.length / output, 9);
      expect(found.readers).toBeCloseTo(all.length / input, 9);
      const shares = Array.from({ length: kernel }, (_, k) => all.filter((tap) => tap.k === k).length / output);
      expect(found.shared).toBeCloseTo(sum(shares.map((share) => share ** 2)), 9);
    }),
  );
});

const pool: fc.Arbitrary<PoolAxis> = fc.record({
  kernel: small,
  stride: fc.integer({ min: 1, max: 4 }),
  pad: fc.nat(5),
  input: fc.integer({ min: 1, max: 14 }),
  output: fc.integer({ min: 1, max: 14 }),
});

function windows({ kernel, stride, pad, input, output }: PoolAxis) {
  return Array.from({ length: output }, (_, i) => {
    const start = i * stride - pad;
    const end = Math.min(start + kernel, input + pad);
    const from = Math.max(0, start);
    return { from, to: Math.max(from, Math.min(end, input)), size: Math.max(1, end - start) };
  });
}

describe('pooling windows', () => {
  test('are counted as by their definition', () => {
    fc.assert(
      fc.property(pool, (each) => {
        const all = windows(each);
        const counted = windowsOf(each);
        for (const { values, size, share } of counted) {
          const alike = all.filter(({ from, to, size: other }) => to - from === values && size === other);
          expect(share).toBeCloseTo(alike.length / each.output, 9);
        }
        expect(sum(counted.map(({ share }) => share))).toBeCloseTo(1, 9);
      }),
    );
  });

  test('are few to examine for any kernel size', () => {
    const wide: PoolAxis = { kernel: 2 ** 20, stride: 1, pad: 2 ** 20 - 1, input: 2 ** 20, output: 2 ** 21 };
    expect(windowsOf(wide).length).toBeLessThanOrEqual(2 * mostSamples + 1);
    expect(sum(windowsOf(wide).map(({ share }) => share))).toBeCloseTo(1, 9);
  });

  test('share their maximum as counted', () => {
    const others = (kernel: number, stride: number, output: number): number => {
      const reach = Math.min(output - 1, Math.ceil(kernel / stride) - 1);
      const overlap = (d: number): number => Math.max(0, kernel - Math.abs(d) * stride);
      let total = 0;
      for (let dy = -reach; dy <= reach; dy++)
        for (let dx = -reach; dx <= reach; dx++)
          if (dy !== 0 || dx !== 0)
            total += (overlap(dy) * overlap(dx)) / (2 * kernel ** 2 - overlap(dy) * overlap(dx));
      return total;
    };
    const found = (kernel: number, stride: number, output: number): number => {
      const each = { kernel, stride, pad: 0, input: output * stride + kernel, output };
      return sameWinner([each, each]);
    };
    for (const [kernel, stride, output] of [
      [3, 2, 10],
      [5, 1, 3],
      [2, 2, 8],
      [60, 1, 100],
    ] as const)
      expect(found(kernel, stride, output)).toBeCloseTo(others(kernel, stride, output), 6);
    // With more windows, samples are accurate to 0.1 %.
    expect(found(300, 1, 1000) / others(300, 1, 1000)).toBeCloseTo(1, 3);
  });
});

test('samples a sum over numbers with a bounded number of terms', () => {
  expect(sampled(3, 6)).toEqual([3, 4, 5].map((at) => ({ at, count: 1 })));
  expect(sampled(5, 5)).toEqual([]);
  const many = sampled(0, 2 ** 31);
  expect(many).toHaveLength(mostSamples);
  expect(sum(many.map(({ count }) => count))).toBe(2 ** 31);
  expect(sum(many.map(({ at, count }) => at * count))).toBe((2 ** 31 * (2 ** 31 - 1)) / 2);
});

test('interpolates the maximum of many between powers', () => {
  const integral = (n: number): number => {
    let mean = 0;
    for (let x = -8; x < 8; x += 0.01) mean += (x + 0.005) * (cumulative(x + 0.01) ** n - cumulative(x) ** n);
    return mean;
  };
  for (const n of [1025, 1500, 5000, 123_456, 10 ** 7]) expect(largestOf(n).mean).toBeCloseTo(integral(n), 3);
  expect(largestOf(2 ** 62)).toEqual(largestOf(2 ** 40));
});

test('averages the neighbours of a place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (size, length) => {
      const reach = (size - 1) / 2;
      const all = Array.from({ length }, (_, i) => Math.min(length - 1, i + reach) - Math.max(0, i - reach) + 1);
      expect(neighboursOf(size, length)).toBeCloseTo(sum(all) / length, 9);
    }),
  );
  expect(neighboursOf(3, 2 ** 31)).toBeCloseTo(3, 6);
});

test('draws parts of a bilinear kernel of any size', () => {
  const size = 2 ** 31 - 1;
  const part = fillInParts(
    plainEngine(),
    { kind: 'bilinear' },
    [1, 1, 1, size],
    (from, to) => new Float32Array(Math.min(to - from, 16)),
  ).next();
  expect(part.value?.values).toHaveLength(16);
});

describe('a net with any values', () => {
  const image = (dims: string): string =>
    `layer { name: "data" type: "Input" top: "data" input_param { shape { ${dims} } } }`;
  const second = (text: string): number | undefined =>
    forecast(analyze(text, { dialect: bvlc }).state(trainState)).layers[1]?.tops[0]?.secondMoment;
  const convolution = (param: string, type = 'Convolution'): string =>
    `layer { name: "c" type: "${type}" bottom: "data" top: "c" convolution_param { num_output: 2 ${param} } }`;

  test('sums the squares of a wide kernel with one value', () => {
    const unknown = 'layer { name: "data" type: "Data" top: "data" data_param { source: "x" batch_size: 8 } }';
    const weights = 'kernel_size: 1000 weight_filler { type: "constant" value: 0.1 }';
    expect(second(unknown + convolution(weights))).toBeCloseTo(0.01 * 1000 ** 2, 2);
    expect(second(image('dim: 1 dim: 3 dim: 2000 dim: 1500') + convolution(weights))).toBeCloseTo(0.03 * 1000 ** 2, 2);
  });

  test.each(['Convolution', 'Deconvolution'])('does not model a %s with an excessive kernel', (type) => {
    const at = (kernel: number): number | undefined =>
      second(
        image('dim: 1 dim: 1 dim: 9000 dim: 1') +
          convolution(`kernel_h: ${kernel} kernel_w: 1 weight_filler { type: "constant" value: 0.1 }`, type),
      );
    expect(at(4096)).toBeGreaterThan(0);
    expect(at(5000)).toBeUndefined();
  });

  test('has sums for an excessive axis', () => {
    const top = second(
      image('dim: 1 dim: 1 dim: 1 dim: 1000000') +
        convolution('kernel_h: 1 kernel_w: 3 pad_h: 0 pad_w: 1 weight_filler { type: "gaussian" std: 0.1 }'),
    );
    expect(top).toBeCloseTo(0.03, 4);
  });
});
