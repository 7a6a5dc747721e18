import { expect, test } from 'vitest';
import { sharedIsAbsent } from '../support/shared';
import { quiet } from './quiet';

test.skipIf(sharedIsAbsent())(
  'public nets get little advice: no more than half of them any, 95 % at most 3 a file',
  () => {
    const { files, median, p95 } = quiet();
    expect(files).toBeGreaterThan(0);
    expect(median).toBe(0);
    expect(p95).toBeLessThanOrEqual(3);
  },
);
