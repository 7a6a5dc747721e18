import { expect, test } from 'vitest';
import { listedProblems, maxListed } from '#server/listed-problems';
import { problemAt, type ArgumentsOf, type Code, type Problem } from '#core/problems/index';

const many = <C extends Code>(code: C, args: ArgumentsOf<C>, count: number, from: number): readonly Problem[] =>
  Array.from({ length: count }, (_, i) => problemAt(code, { start: from + 2 * i, end: from + 2 * i + 1 }, args));

const dead = { name: 'std', type: 'xavier' };
const unknown = { name: 'data', layer: 'conv1', index: 0 };

test('lists all problems if there are few', () => {
  const problems = many('filler/dead-field', dead, maxListed, 0);
  expect(listedProblems(problems)).toBe(problems);
});

test('keeps the errors of many problems, in text order', () => {
  const problems = [...many('filler/dead-field', dead, maxListed, 0), ...many('net/unknown-bottom', unknown, 3, 9000)];
  const listed = listedProblems(problems);
  expect(listed).toHaveLength(maxListed);
  expect(listed.slice(-3)).toEqual(problems.slice(-3));
});

test('adds a last problem if errors are omitted', () => {
  const listed = listedProblems(many('net/unknown-bottom', unknown, maxListed + 5, 0));
  expect(listed).toHaveLength(maxListed + 1);
  expect(listed.at(-1)?.code).toBe('syntax/too-many-problems');
});
