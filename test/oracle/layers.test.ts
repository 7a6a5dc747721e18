import { describe, expect, test } from 'vitest';
import { sharedIsAbsent } from '../support/shared';
import { casesOf } from './cases';
import { judge } from './judge';
import { list } from './report';

describe.skipIf(sharedIsAbsent())('Caffe on one-layer nets', () => {
  test('the same verdict, shapes and initial values', () => {
    const judged = casesOf('layers').map((each) => ({ case: each, judgement: judge(each) }));
    expect(judged.length).toBeGreaterThan(0);
    expect(list(judged)).toBe('');
  });
});
