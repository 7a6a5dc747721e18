/** Small inputs from public reports on which the tool was wrong: what is right now stays right, and what is pending is listed. */
import { describe, expect, test } from 'vitest';
import { readSharedLines, sharedIsAbsent } from '../support/shared';
import { judgeReport, type Report } from './judge-report';

/** Why a case is not met yet, by its id. A case that is met must leave the list. */
const pending: Readonly<Record<string, string>> = {
  '61': 'this form of log is not read',
  '62': 'this form of log is not read',
  '63': 'this form of log is not read',
  '64': 'this form of log is not read',
  '65': 'the layer is not found by its type',
  '66': 'this form of log is not read',
  '67': "an error that Caffe's database library reports has no field",
  '73': 'a write error has no field',
};

describe.skipIf(sharedIsAbsent())('cases of public reports', async () => {
  const reports = sharedIsAbsent() ? [] : (readSharedLines('cases/cases.jsonl') as readonly Report[]);

  test.for(reports.filter(({ id }) => !(id in pending)))('$id: $from', async (report) => {
    expect(await judgeReport(report)).toEqual([]);
  });

  test('what is pending is not met, and is a case', async () => {
    const ids = reports.map(({ id }) => id);
    expect(Object.keys(pending).filter((id) => !ids.includes(id))).toEqual([]);
    const met: string[] = [];
    for (const report of reports.filter(({ id }) => id in pending)) {
      if ((await judgeReport(report)).length === 0) met.push(report.id);
    }
    expect(met).toEqual([]);
  });
});
