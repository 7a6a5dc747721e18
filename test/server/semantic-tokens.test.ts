/** Semantic highlighting. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { semanticTokens } from '#server/features/semantic-tokens';
import { data, layer } from '../support/lines-of-layers';
import { dedent, drawMarks, readFixture } from '../support/marks';

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
