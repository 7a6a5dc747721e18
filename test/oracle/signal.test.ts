import { beforeAll, describe, expect, test } from 'vitest';
import { sharedIsAbsent } from '../support/shared';
import { ratedTypes, ratesOf, signalPairs, type Pair } from './signal-cases';

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

  test('second moments, of all nets', () => {
    const { median, modelled, pairs: all, within13, worst } = ratesOf(tops());
    expect(modelled).toBe(all);
    expect(median).toBeLessThanOrEqual(0.05);
    expect(within13).toBeGreaterThanOrEqual(0.95);
    expect(worst).toBeLessThan(2);
  });

  test('each net by itself', () => {
    const files = [...new Set(tops().map(({ file }) => file))];
    expect(files.length).toBe(18);
    const far = files
      .map((file) => [file, ratesOf(tops().filter((pair) => pair.file === file)).median] as const)
      .filter(([, median]) => median > 0.15);
    expect(far).toEqual([]);
  });

  test('gradients', () => {
    expect(
      ratesOf(pairs.filter(({ kind, measured }) => kind === 'gradient' && measured > 0)).within15,
    ).toBeGreaterThanOrEqual(0.95);
  });

  // Most nets are wide enough for all draws to do much the same.
  test('what is typical of all draws, without one', () => {
    const typical = signalPairs({ seeds: [] }).filter(({ kind, type }) => kind === 'top' && ratedTypes.has(type));
    const { median, within15 } = ratesOf(typical);
    expect(median).toBeLessThanOrEqual(0.1);
    expect(within15).toBeGreaterThanOrEqual(0.85);
  });
});
