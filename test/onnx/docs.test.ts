/** The lists in docs/onnx.md match the rules. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allRules } from '#core/dialects/all-rules';
import { withLoweredLists } from '../../scripts/lib/lowered-lists.mjs';

test('the lists of layers with and without operators are up to date: npm run docs', () => {
  const page = readFileSync('docs/onnx.md', 'utf8').replaceAll('\r\n', '\n');
  expect(withLoweredLists(page, allRules())).toBe(page);
});

test('the lists hold each type once, in order', () => {
  const rules = [
    { type: 'B', onnx: () => [] },
    { type: 'A' },
    { type: 'B' },
    { type: 'C', source: true },
    { type: 'A' },
  ];
  const empty = '<!-- lowered -->\n<!-- /lowered -->\n<!-- not lowered -->\n<!-- /not lowered -->\n';
  expect(withLoweredLists(empty, rules)).toBe(
    '<!-- lowered -->\nB.\n<!-- /lowered -->\n<!-- not lowered -->\nA.\n<!-- /not lowered -->\n',
  );
});
