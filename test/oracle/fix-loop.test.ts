/** Nets with one to three faults, repaired by nothing but the first fix of `prototxt_check`. */
import { describe, expect, test } from 'vitest';
import { isWhole } from '../support/corpus';
import { sharedIsAbsent } from '../support/shared';
import { fixLoop, loopReport, netsForLoop, type Outcome } from './fix-loop';

function share(outcomes: readonly Outcome[], ...ends: readonly Outcome['end'][]): number {
  return outcomes.filter(({ end }) => ends.includes(end)).length / outcomes.length;
}

describe.skipIf(sharedIsAbsent())('broken nets that Caffe accepted', () => {
  test.each([
    ['small nets', 'nets', isWhole ? 200 : 80],
    ['public nets', 'corpus', isWhole ? 60 : 20],
  ] as const)('%s end as the original in 8 of 10 cases, and are accepted in 9 of 10', async (_, set, count) => {
    const outcomes = await fixLoop(netsForLoop(count, set), 1);
    console.info(loopReport(outcomes, 0));
    expect(outcomes.length).toBe(count);
    expect(share(outcomes, 'restored')).toBeGreaterThanOrEqual(0.8);
    expect(share(outcomes, 'restored', 'other')).toBeGreaterThanOrEqual(0.9);
  });
});
