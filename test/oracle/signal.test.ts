import { beforeAll, describe, expect, test } from 'vitest';
import { sharedIsAbsent } from '../support/shared';
import { factorOf, ratedTypes, ratesOf, signalPairs, type Pair } from './signal-cases';

/**
 * What a layer of few channels does is a matter of luck: of these two nets the draws themselves spread by a factor of 2 and
 * more (docs/signal.md), so a single number of theirs says little.
 */
const narrow = /SqueezeNet/;

describe.skipIf(sharedIsAbsent())('the forecast beside what Caffe measured', () => {
  let pairs: readonly Pair[] = [];
  beforeAll(() => {
    pairs = signalPairs();
  });
  const tops = (): readonly Pair[] => pairs.filter(({ kind, type }) => kind === 'top' && ratedTypes.has(type));

  test('nearly all tops are modelled', () => {
    const { modelled, pairs: all } = ratesOf(pairs.filter(({ kind }) => kind === 'top'));
    expect(modelled / all).toBeGreaterThanOrEqual(0.97);
  });

  test('second moments', () => {
    const { median, modelled, pairs: all } = ratesOf(tops());
    expect(modelled).toBe(all);
    expect(median).toBeLessThanOrEqual(0.1);
    const wide = ratesOf(tops().filter(({ file }) => !narrow.test(file)));
    expect(wide.within13).toBeGreaterThanOrEqual(0.9);
    expect(wide.worst).toBeLessThan(3);
    expect(Math.max(...tops().map(factorOf))).toBeLessThan(4);
  });

  test('the median over nets of each net\'s median', () => {
    const medians = [...new Set(tops().map(({ file }) => file))].map((file) => ratesOf(tops().filter((pair) => pair.file === file)).median).sort((a, b) => a - b);
    expect(medians[Math.floor(medians.length / 2)]).toBeLessThanOrEqual(0.15);
  });

  test('gradients', () => {
    expect(ratesOf(pairs.filter(({ kind, measured }) => kind === 'gradient' && measured > 0)).within15).toBeGreaterThanOrEqual(0.9);
  });
});
