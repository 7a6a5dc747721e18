/** Small inputs from public bug reports which the tool once judged incorrectly. */
import { describe, expect, test } from 'vitest';
import { readSharedLines, sharedIsAbsent } from '../support/shared';
import { judgeReport, type Report } from './judge-report';

describe.skipIf(sharedIsAbsent())('cases of public reports', () => {
  const reports = sharedIsAbsent() ? [] : (readSharedLines('cases/cases.jsonl') as readonly Report[]);

  test.for(reports)('$id: $from', async (report) => {
    expect(await judgeReport(report)).toEqual([]);
  });
});
