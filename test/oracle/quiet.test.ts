import { expect, test } from 'vitest';
import { isWhole } from '../support/corpus';
import { sharedIsAbsent } from '../support/shared';
import { quiet } from './quiet';

test.skipIf(sharedIsAbsent())(
  'gives no advice for half of the public nets, and at most three pieces for 95 % of them',
  () => {
    const { files, median, p95 } = quiet(isWhole ? 1 : 3);
    expect(files).toBeGreaterThan(30);
    expect(median).toBe(0);
    expect(p95).toBeLessThanOrEqual(3);
  },
);
