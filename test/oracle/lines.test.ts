/** Which of Caffe's source lines the recorded cases stop at: each has a fixture in `test/fixtures/refused`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSharedLines, sharedIsAbsent } from '../support/shared';

interface Recorded {
  readonly ok: boolean;
  readonly at?: string;
  readonly error?: string;
}

test.skipIf(sharedIsAbsent())('each line of the recorded cases has a fixture', () => {
  const known = JSON.parse(readFileSync('test/fixtures/refused/lines.json', 'utf8')) as readonly string[];
  const sets = ['layers', 'nets', 'more', 'solvers'];
  const recorded = sets.flatMap((set) => readSharedLines(`oracle/${set}.jsonl`) as readonly Recorded[]).flatMap(lineOf);
  expect([...new Set(recorded)].filter((line) => !known.includes(line)).sort()).toEqual([]);
});

/** A crash has no line. */
function lineOf({ ok, at = '', error = '' }: Recorded): readonly string[] {
  return ok ? [] : [at === '' ? error : at];
}
