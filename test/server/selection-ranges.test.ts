/** Selection ranges. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { selectionSpans } from '#server/features/selection-ranges';
import { readFixture } from '../support/marks';

test('expands a selection from the word to the file', () => {
  const { text, cursor } = readFixture('layer { input_param { shape: { dim: [1, 2$03] } } name: "x" } # end');
  expect(
    selectionSpans(analyze(text, { dialect: bvlc }), cursor).map(({ start, end }) => text.slice(start, end)),
  ).toEqual([
    '23',
    '1, 23',
    '[1, 23]',
    'dim: [1, 23]',
    '{ dim: [1, 23] }',
    'shape: { dim: [1, 23] }',
    '{ shape: { dim: [1, 23] } }',
    'input_param { shape: { dim: [1, 23] } }',
    'input_param { shape: { dim: [1, 23] } } name: "x"',
    '{ input_param { shape: { dim: [1, 23] } } name: "x" }',
    'layer { input_param { shape: { dim: [1, 23] } } name: "x" }',
    text,
  ]);
  const inName = readFixture('layer { na$0me: "x" }');
  expect(
    selectionSpans(analyze(inName.text, { dialect: bvlc }), inName.cursor)
      .map(({ start, end }) => inName.text.slice(start, end))
      .slice(0, 2),
  ).toEqual(['name', 'name: "x"']);
  const inString = readFixture('layer { name: "a b$0" }');
  expect(
    selectionSpans(analyze(inString.text, { dialect: bvlc }), inString.cursor)
      .map(({ start, end }) => inString.text.slice(start, end))
      .slice(0, 3),
  ).toEqual(['a b', '"a b"', 'name: "a b"']);
});

test('expands a selection in an incomplete text', () => {
  const { text, cursor } = readFixture('layer { input_param { shape { dim: 1$0 ');
  const spans = selectionSpans(analyze(text, { dialect: bvlc }), cursor);
  spans.forEach(({ start, end }, i) => {
    const inner = spans[i - 1];
    if (inner) expect(start <= inner.start && inner.end <= end && end - start > inner.end - inner.start).toBe(true);
  });
  expect(spans.length).toBeGreaterThan(6);
});
