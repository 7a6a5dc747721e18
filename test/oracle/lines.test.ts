/** Each line of Caffe's source at which a recorded case aborts has a fixture in `test/fixtures/refused`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSharedLines, sharedIsAbsent } from '../support/shared';

interface Recorded {
  readonly ok: boolean;
  readonly at?: string;
  readonly error?: string;
}

test.skipIf(sharedIsAbsent())('has a fixture for each line at which a recorded case aborts', () => {
  const known = JSON.parse(readFileSync('test/fixtures/refused/lines.json', 'utf8')) as readonly string[];
  const sets = ['layers', 'nets', 'more', 'solvers'];
  const recorded = sets.flatMap((set) => readSharedLines(`oracle/${set}.jsonl`) as readonly Recorded[]).flatMap(lineOf);
  expect([...new Set(recorded)].filter((line) => !known.includes(line)).sort()).toEqual([]);
});

/** The error instead if Caffe crashed, since then there is no line. */
function lineOf({ ok, at = '', error = '' }: Recorded): readonly string[] {
  return ok ? [] : [at === '' ? error : at];
}
