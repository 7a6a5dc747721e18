import { expect, test } from 'vitest';
import { listedProblems, maxListed } from '#server/listed-problems';
import type { Code, Problem } from '#core/problems';

const many = (code: Code, count: number, from: number): readonly Problem[] =>
  Array.from({ length: count }, (_, i) => ({ code, span: { start: from + 2 * i, end: from + 2 * i + 1 }, args: {} }));

test('few are listed as they are', () => {
  const problems = many('filler/dead-field', maxListed, 0);
  expect(listedProblems(problems)).toBe(problems);
});

test('of many the errors stay, in the order of the text', () => {
  const problems = [...many('filler/dead-field', maxListed, 0), ...many('net/unknown-bottom', 3, 9000)];
  const listed = listedProblems(problems);
  expect(listed).toHaveLength(maxListed);
  expect(listed.slice(-3)).toEqual(problems.slice(-3));
});

test('where errors are left out, the last one says so', () => {
  const listed = listedProblems(many('net/unknown-bottom', maxListed + 5, 0));
  expect(listed).toHaveLength(maxListed + 1);
  expect(listed.at(-1)?.code).toBe('syntax/too-many-problems');
});
