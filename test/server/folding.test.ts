/** Folding. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { foldingRanges } from '#server/features/folding';
import { data, layer } from '../support/lines-of-layers';

/** First and last line of each fold, counting from 1, in text order. */
function foldsOf(text: string): readonly string[] {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  return foldingRanges(analyze(text, { dialect: bvlc }))
    .map(({ span, kind }) => [lineOf(span.start), lineOf(span.end), kind ?? ''] as const)
    .sort((a, b) => a[0] - b[0] || b[1] - a[1])
    .map(([first, last, kind]) => `${first}–${last} ${kind}`.trim());
}

test('folds messages, comments and regions', () => {
  expect(foldsOf('# a\n# b\n# region x\nlayer {\n  param {\n    lr_mult: 1\n  }\n}\n# endregion\n')).toEqual([
    '1–2 comment',
    '3–9 region',
    '4–7',
    '5–6',
  ]);
});

test('folds nothing in brackets on one line, and everything after an unclosed one', () => {
  expect(foldsOf('layer {\n}\n')).toEqual([]);
  expect(foldsOf('layer {\n\n}\n')).toEqual(['1–2']);
  expect(foldsOf('layer { name: "a"\n')).toEqual([]);
  expect(foldsOf('layer {\n  name: "a"\n')).toEqual(['1–2']);
});

test('folds a run of layers with one prefix from the line above it to the last bracket', () => {
  expect(
    foldsOf(`${data}${layer('a/x', 'data')}${layer('a/y', 'a/x')}${layer('b/x', 'data')}${layer('b/y', 'data')}`),
  ).toEqual(['1–12', '2–6', '8–12', '13–24', '14–18', '20–24']);
  expect(foldsOf(`# Block a.\n${layer('a/x', 'data')}${layer('a/y', 'a/x')}`)).toEqual(['1–12', '2–6', '8–12']);
  expect(foldsOf(`${layer('a/x', 'data')}${layer('a/y', 'a/x')}`)).toEqual(['1–5', '7–11']);
});

test('starts no two folds on one line, and crosses none', () => {
  const text = `${data}# 1\n# 2\n${layer('a/b/x', 'data')}${layer('a/b/y', 'data')}${layer('a/c/x', 'data')}${layer('a/c/y', 'data')}${layer('d/x', 'data')}${layer('d/y', 'data')}`;
  const folds = foldsOf(text).map((fold) => fold.split(/[– ]/).map(Number));
  expect(new Set(folds.map(([first]) => first)).size).toBe(folds.length);
  for (const [a = 0, b = 0] of folds)
    for (const [c = 0, d = 0] of folds) expect(a < c && c <= b && b < d, `${a}–${b} and ${c}–${d}`).toBe(false);
});
