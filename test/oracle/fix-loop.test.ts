import { describe, expect, test } from 'vitest';
import { sharedIsAbsent } from '../support/shared';
import { fixLoop, loopReport, netsForLoop } from './fix-loop';

describe.skipIf(sharedIsAbsent())(
  'nets with one to three faults, repaired by the first fix of prototxt_check alone',
  () => {
    test('end as the original in 8 of 10 cases, and are accepted in 95 of 100', async () => {
      const outcomes = await fixLoop(netsForLoop(200), 1);
      console.info(loopReport(outcomes, 0));
      expect(outcomes.length).toBe(200);
      const count = (...ends: readonly string[]): number => outcomes.filter(({ end }) => ends.includes(end)).length;
      expect(count('restored')).toBeGreaterThanOrEqual(0.8 * outcomes.length);
      expect(count('restored', 'other')).toBeGreaterThanOrEqual(0.95 * outcomes.length);
    });
  },
);
