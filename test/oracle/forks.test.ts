/** Layers and nets of forks, as their own Caffes took them. The rate is printed by fork and layer type. */
import { describe, expect, test } from 'vitest';
import { sharedIsAbsent } from '../support/shared';
import { casesOf } from './cases';
import { judge } from './judge';
import { byFork, list, type Judged } from './report';

/** Its kernels are ready tables, which no text tells. */
const withoutValues = /type: "gabor"/;

/** Intel's Caffe folds normalization into the convolutions before it, which then have a bias, in TEST. */
const folded = ({ case: each }: Judged): boolean =>
  each.fork === 'intel' && each.state.phase === 'TEST' && each.set === 'corpus-forks';

describe.skipIf(sharedIsAbsent())('forks of Caffe', () => {
  test('one-layer nets: the same verdict, shapes and initial values', () => {
    const judged = casesOf('forks').map((each) => ({ case: each, judgement: judge(each) }));
    console.info(byFork(judged));
    const known = judged.filter(
      ({ case: { text }, judgement }) => judgement.kind !== 'values' || !withoutValues.test(text),
    );
    expect(list(known)).toBe('');
    expect(judged.length).toBeGreaterThan(0);
  });

  test('public nets', () => {
    const judged = casesOf('corpus-forks').map((each) => ({ case: each, judgement: judge(each) }));
    expect(list(judged.filter((one) => !folded(one)))).toBe('');
    expect(judged.length).toBeGreaterThan(0);
  });
});
