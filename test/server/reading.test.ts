/** Outline, folding, selection ranges and semantic highlighting. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { displayState } from '#server/display-state';
import { documentSymbols, type OutlineSymbol } from '#server/features/document-symbols';
import { foldingRanges } from '#server/features/folding';
import { selectionSpans } from '#server/features/selection-ranges';
import { semanticTokens } from '#server/features/semantic-tokens';
import { dedent, drawMarks, readFixture } from '../support/marks';

const layer = (name: string, bottom: string): string =>
  `layer {\n  name: "${name}"\n  type: "ReLU"\n  bottom: "${bottom}"\n  top: "${name}"\n}\n`;
const data = 'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } }\n';

function outlineOf(text: string): string {
  const analysis = analyze(text, { dialect: bvlc });
  const draw = (symbols: readonly OutlineSymbol[], indent: string): string =>
    symbols
      .map(({ name, detail, children }) => `${indent}${name}: ${detail}\n${draw(children, `${indent}  `)}`)
      .join('');
  return draw(documentSymbols(analysis, displayState(analysis), english), '');
}

test('groups layers by prefix in the outline, with types and shapes', () => {
  expect(
    outlineOf(
      `${data}${layer('a/x', 'data')}${layer('a/b/y', 'a/x')}${layer('a/b/z', 'a/b/y')}${layer('b/x', 'data')}${layer('c', 'data')}`,
    ),
  ).toBe(
    `data: Input  1×3
a: 3 layers  1×3
  a/x: ReLU  1×3
  b: 2 layers  1×3
    a/b/y: ReLU  1×3
    a/b/z: ReLU  1×3
b/x: ReLU  1×3
c: ReLU  1×3
`,
  );
});

test('nests each symbol within its group, and its name within the symbol', () => {
  const analysis = analyze(`${data}${layer('a/x', 'data')}${layer('a/b/y', 'a/x')}${layer('a/b/z', 'a/b/y')}`, {
    dialect: bvlc,
  });
  const inside = ({ span, nameSpan, children }: OutlineSymbol): void => {
    expect(span.start <= nameSpan.start && nameSpan.end <= span.end).toBe(true);
    for (const child of children) {
      expect(span.start <= child.span.start && child.span.end <= span.end).toBe(true);
      inside(child);
    }
  };
  documentSymbols(analysis, displayState(analysis), english).forEach(inside);
});

test("lists a solver's fields in the outline", () => {
  expect(outlineOf('net: "a.prototxt"\nbase_lr: 0.1\n')).toBe('net: "a.prototxt"\nbase_lr: 0.1\n');
});

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

/** Marks the tokens, and compares with the marks of the fixture. */
function colours(fixture: string): void {
  const { text } = readFixture(fixture);
  const tokens = semanticTokens(analyze(text, { dialect: bvlc }), { start: 0, end: text.length });
  expect(
    drawMarks(
      text,
      tokens.map(({ span, type, declares }) => ({ span, label: declares ? `${type}, declared` : type })),
    ),
  ).toBe(dedent(fixture));
}

test('highlights types, blobs, params, fillers and values', () => {
  colours(`
    layer { type: "Pooling"
    #              ^^^^^^^ class
      bottom: "data" top: "p"
    #          ^^^^ variable
    #                      ^ variable, declared
      param { name: "w" }
    #                ^ parameter
      pooling_param { pool: AVE } }
    #                       ^^^ enumMember
    layer { convolution_param { weight_filler { type: "xavier" std: 1 } } }
    #                                                  ^^^^^^ type`);
});

test('does not highlight a string in parts on two lines, since a token must not span lines', () => {
  const analysis = analyze('layer { type: "Po"\n"oling" name: "a" top: "b" }', { dialect: bvlc });
  expect(semanticTokens(analysis, { start: 0, end: analysis.text.length }).map(({ type }) => type)).toEqual([
    'variable',
  ]);
});

test('highlights old nets and solvers', () => {
  colours(`
    input: "d"
    #       ^ variable, declared
    layers { type: RELU bottom: "d" param: "w" }
    #              ^^^^ class
    #                            ^ variable
    #                                       ^ parameter`);
  colours(`
    net: "a"
    base_lr: 1
    solver_mode: CPU
    #            ^^^ enumMember
    lr_policy: "fixed" type: "Adam"
    #           ^^^^^ enumMember
    #                         ^^^^ class`);
});

test('highlights only the lines of a range', () => {
  const text = `${data}${layer('x', 'data')}${layer('y', 'x')}`;
  const analysis = analyze(text, { dialect: bvlc });
  const from = text.indexOf('layer {\n  name: "y"');
  const all = semanticTokens(analysis, { start: 0, end: text.length });
  expect(semanticTokens(analysis, { start: from, end: text.length })).toEqual(
    all.filter(({ span }) => span.start >= from),
  );
  expect(all.length).toBe(8);
});
