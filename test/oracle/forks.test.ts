/** Layers and nets of forks, with the answers of their own builds. Prints the agreement by fork and layer type. */
import { describe, expect, test } from 'vitest';
import { sharedIsAbsent } from '../support/shared';
import { casesOf } from './cases';
import { judge } from './judge';
import { byFork, list, type Judged } from './report';

/** Its kernels come from a table that a text does not contain. */
const withoutValues = /type: "gabor"/;

/** In TEST, Intel's Caffe folds normalization into the preceding convolutions, which then have a bias. */
const folded = ({ case: each }: Judged): boolean =>
  each.fork === 'intel' && each.state.phase === 'TEST' && each.set === 'corpus-forks';

describe.skipIf(sharedIsAbsent())('forks of Caffe', () => {
  test('agree in verdict, shapes and initial values of one-layer nets', () => {
    const judged = casesOf('forks').map((each) => ({ case: each, judgement: judge(each) }));
    console.info(byFork(judged));
    const known = judged.filter(
      ({ case: { text }, judgement }) => judgement.kind !== 'values' || !withoutValues.test(text),
    );
    expect(list(known)).toBe('');
    expect(judged.length).toBeGreaterThan(0);
  });

  test('agree on public nets', () => {
    const judged = casesOf('corpus-forks').map((each) => ({ case: each, judgement: judge(each) }));
    expect(list(judged.filter((one) => !folded(one)))).toBe('');
    expect(judged.length).toBeGreaterThan(0);
  });
});
