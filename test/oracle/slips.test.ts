import { describe, expect, test } from 'vitest';
import { isWhole } from '../support/corpus';
import { sharedIsAbsent } from '../support/shared';
import { slips } from './slips';

describe.skipIf(sharedIsAbsent())('a single typo in a public net', () => {
  test('gives one error at that name, with the intended name, in 99 of 100 cases', () => {
    const all = slips(isWhole ? 1000 : 150, 7);
    const missed = all.filter(({ caught }) => !caught);
    console.info(`${all.length - missed.length} of ${all.length} slips are caught`);
    for (const { file, from, to, said } of missed) console.info(`${file}: ${from} → ${to}: ${said.join('; ')}`);
    expect(missed.length / all.length).toBeLessThanOrEqual(0.01);
  });
});
