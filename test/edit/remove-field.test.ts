import { applyChanges } from '#core/edit/change';
import { removeField } from '#core/edit/remove-field';
import { expect, test } from 'vitest';

const field = 'std: 0.01';

test.each([
  ['alone on its line', 'a {\n  std: 0.01\n  b: 1\n}', 'a {\n  b: 1\n}'],
  ['alone on a line that ends in CR LF', 'a {\r\n  std: 0.01\r\n}', 'a {\r\n}'],
  ['alone but for a separator and a comment', 'a {\n  std: 0.01; # small\n}', 'a {\n  # small\n}'],
  ['first of several', 'a { std: 0.01 b: 1 }', 'a { b: 1 }'],
  ['last before the bracket', 'a { b: 1 std: 0.01 }', 'a { b: 1 }'],
  ['last on its line', 'a {\n  b: 1 std: 0.01\n}', 'a {\n  b: 1\n}'],
  ['last on its line, before a comment', 'a {\n  b: 1 std: 0.01 # b is one\n}', 'a {\n  b: 1 # b is one\n}'],
  ['first on its line', 'a {\n  std: 0.01, b: 1\n}', 'a {\n  b: 1\n}'],
  ['all of the text', 'std: 0.01', ''],
])('removes a field %s', (_, before, after) => {
  const start = before.indexOf(field);
  expect(applyChanges(before, [removeField(before, { start, end: start + field.length })])).toBe(after);
});
