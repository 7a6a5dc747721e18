import { describe, expect, test } from 'vitest';
import { sharedIsAbsent } from '../support/shared';
import { casesOf } from './cases';
import { judge } from './judge';
import { list } from './report';

describe.skipIf(sharedIsAbsent())('whole nets', () => {
  test('have the same verdict, shapes and initial values as in Caffe', () => {
    const judged = casesOf('nets').map((each) => ({ case: each, judgement: judge(each) }));
    expect(judged.length).toBeGreaterThan(0);
    expect(list(judged)).toBe('');
  });
});
