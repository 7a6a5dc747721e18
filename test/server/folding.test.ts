/** Folding. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import type { Language } from '#core/messages/language';
import { simplifiedChinese } from '#core/messages/zh-cn/index';
import { foldingRanges } from '#server/features/folding';
import { data, layer } from '../support/lines-of-layers';

/** First and last line of each fold, counting from 1, in text order. */
function foldsOf(text: string): readonly string[] {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  return foldingRanges(analyze(text, { dialect: bvlc }), english)
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

test('folds a run of layers with one prefix from its first layer to its last bracket', () => {
  expect(
    foldsOf(`${data}${layer('a/x', 'data')}${layer('a/y', 'a/x')}${layer('b/x', 'data')}${layer('b/y', 'data')}`),
  ).toEqual(['2–13', '8–12', '14–25', '20–24']);
  expect(foldsOf(`# Block a.\n${layer('a/x', 'data')}${layer('a/y', 'a/x')}`)).toEqual(['2–13', '8–12']);
  expect(foldsOf(`${layer('a/x', 'data')}${layer('a/y', 'a/x')}`)).toEqual(['1–12', '7–11']);
  const shared = layer('a/x', 'data').trimEnd() + layer('a/y', 'a/x').trimEnd() + layer('b', 'data');
  expect(foldsOf(shared)[0]).toBe('1–10');
});

test('shows the prefix of a run and how many layers it hides', () => {
  const text = `${data}${layer('a/b/x', 'data')}${layer('a/b/y', 'data')}${layer('a/c/x', 'data')}${layer('a/c/y', 'data')}`;
  const shown = (language: Language): readonly (string | undefined)[] =>
    foldingRanges(analyze(text, { dialect: bvlc }), language).flatMap(({ collapsed = [] }) => collapsed);
  expect(shown(english)).toEqual(['a/ · 4 layers', 'a/c/ · 2 layers']);
  expect(shown(simplifiedChinese)).toEqual(['a/ · 4 层', 'a/c/ · 2 层']);
});

test('starts no two folds on one line, and crosses none', () => {
  const text = `${data}# 1\n# 2\n${layer('a/b/x', 'data')}${layer('a/b/y', 'data')}${layer('a/c/x', 'data')}${layer('a/c/y', 'data')}${layer('d/x', 'data')}${layer('d/y', 'data')}`;
  const folds = foldsOf(text).map((fold) => fold.split(/[– ]/).map(Number));
  expect(new Set(folds.map(([first]) => first)).size).toBe(folds.length);
  for (const [a = 0, b = 0] of folds)
    for (const [c = 0, d = 0] of folds) expect(a < c && c <= b && b < d, `${a}–${b} and ${c}–${d}`).toBe(false);
});
