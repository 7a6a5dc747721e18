/** Texts that are not ours in each format: what a reader of the format makes of them is the text, and nothing else. */
import fc from 'fast-check';
import { Lexer, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import {
  blockInMarkdown,
  codeInMarkdown,
  inCsv,
  inJson,
  inMarkdown,
  inSarif,
  inXml,
  proseInMarkdown,
  shown,
  visible,
} from '#core/messages/shown';
import { plainTextOf } from '#server/plain-text';
import { hostileNames, isHarmless } from '../support/hostile';

/** Letters of all the formats, and what no line may hold. */
const letters = [...'\\`*_{}[]()<>#+-.!|~&$@:/=;,"\'%^? \t\n\r\u001b\u009b\u202e\u2066\u2028\ufeff\ud800\uffffax1é字'];
const strange = fc.oneof(
  fc.array(fc.constantFrom(...letters), { maxLength: 24 }).map((chosen) => chosen.join('')),
  fc
    .array(
      fc.constantFrom(
        ...hostileNames.filter(({ length }) => length < 1000),
        'https://',
        'www.',
        '](',
        '![',
        '<a ',
        '```',
        '~~',
        '    ',
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
);

/** The leaves of a Markdown text: kind and text. */
function leavesOf(tokens: readonly Token[]): readonly (readonly [type: string, text: string])[] {
  return tokens.flatMap((token) => {
    const inner = 'tokens' in token ? token.tokens : undefined;
    if (inner && inner.length > 0) return [['open', token.type] as const, ...leavesOf(inner)];
    return [[token.type, 'text' in token ? String(token.text) : token.raw] as const];
  });
}

const textOf = (markdown: string): string =>
  leavesOf(new Lexer({ gfm: true }).lex(markdown))
    .map(([type, text]) => (type === 'open' ? '' : text))
    .join('');
const kindsIn = (markdown: string): readonly string[] =>
  [
    ...new Set(leavesOf(new Lexer({ gfm: true }).lex(markdown)).map(([type, text]) => (type === 'open' ? text : type))),
  ].sort();

describe('a line', () => {
  test('holds nothing that is not seen', () => {
    fc.assert(
      fc.property(strange, (text) => {
        expect(isHarmless(visible(text))).toBe(true);
        expect(isHarmless(shown(text))).toBe(true);
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
    expect(visible('a\n\t\u001b[31m\u202eb\ud800')).toBe('a\\n\\t\\x1b[31m\\u202eb\\ud800');
    expect(visible('conv1/relu_1 é 字 😀')).toBe('conv1/relu_1 é 字 😀');
  });

  test('is cut in its middle', () => {
    const cut = shown(`${'a'.repeat(100_000)}😀${'b'.repeat(52)}`);
    expect(cut).toMatch(/^a{106}…b{52}$/u);
    expect(shown('a'.repeat(160))).toBe('a'.repeat(160));
  });
});

describe('in Markdown', () => {
  test('a text is that text, wherever it stands', () => {
    fc.assert(
      fc.property(strange, (text) => {
        for (const { markdown } of [inMarkdown(text), proseInMarkdown(text)]) {
          const plain = shown(text);
          expect(textOf(`made by ${markdown} here`)).toBe(`made by ${plain} here`);
          expect(plainTextOf(`made by ${markdown} here`)).toBe(`made by ${plain} here`);
          expect(kindsIn(`${markdown}\n\nmore`).filter((kind) => !plainKinds.has(kind))).toEqual([]);
          const [table] = new Lexer({ gfm: true }).lex(`| a | b |\n|---|---|\n| ${markdown} | x |\n`);
          expect(table?.type).toBe('table');
          if (table?.type === 'table') expect(textOf(table.rows[0][0].text)).toBe(plain.trim());
        }
      }),
    );
  });

  test('names as they are usual stay as they are', () => {
    for (const name of ['conv1_1', 'inception_3a/3x3', 'fc8-20', 'relu5.4', 'Layer 1', '3x3', '0.5'])
      expect(inMarkdown(name).markdown).toBe(name);
  });

  test('code is that code', () => {
    fc.assert(
      fc.property(strange, (text) => {
        const { markdown } = codeInMarkdown(text);
        const leaves = leavesOf(new Lexer({ gfm: true }).lex(`see ${markdown} here`));
        if (shown(text).trim() === '') return;
        expect(leaves.filter(([kind]) => kind === 'codespan').map(([, code]) => code.trim())).toEqual([
          shown(text).trim(),
        ]);
        expect(plainTextOf(`see ${markdown} here`).replace(/\s+/g, ' ')).toBe(
          `see ${shown(text)} here`.replace(/\s+/g, ' '),
        );
      }),
    );
    expect(codeInMarkdown('std').markdown).toBe('`std`');
  });

  test('a block is its lines', () => {
    fc.assert(
      fc.property(fc.array(strange, { minLength: 1, maxLength: 3 }), (texts) => {
        const lines = texts.map((text) => `${shown(text)}.`);
        const tokens = new Lexer({ gfm: true }).lex(`${blockInMarkdown(lines).markdown}\n\nmore`);
        expect(tokens[0]).toMatchObject({ type: 'code', lang: 'text', text: lines.join('\n') });
        expect(plainTextOf(blockInMarkdown(lines).markdown)).toBe(lines.join('\n'));
      }),
    );
  });
});

const plainKinds: ReadonlySet<string> = new Set(['paragraph', 'text', 'escape', 'space', 'code']);

describe('in XML', () => {
  test('a text is one that a parser takes', () => {
    fc.assert(
      fc.property(strange, (text) => {
        const xml = inXml(text);
        expect(xml).not.toMatch(/[<>"']|&(?!#\d+;)/);
        // The characters of XML 1.0 (2.2, Char).
        expect(xml).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
        expect(xml.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).toBe(visible(text));
      }),
    );
  });
});

describe('in JSON', () => {
  test('a value is that value, and harmless on a terminal', () => {
    fc.assert(
      fc.property(strange, (text) => {
        expect(JSON.parse(inJson({ [text]: [text] }))).toEqual({ [text]: [text] });
        expect(isHarmless(inJson({ text }))).toBe(true);
      }),
    );
  });
});

describe('in SARIF', () => {
  test('a message has no links and no placeholders', () => {
    expect(inSarif('[a](0) {0} \\')).toBe('\\[a\\](0) {{0}} \\\\');
  });
});

describe('in a table of comma-separated values', () => {
  test.each([
    ['plain', 'conv1', 'conv1'],
    ['a separator', 'a,b', '"a,b"'],
    ['a quote', 'a"b', '"a""b"'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a formula', '=1+1', `"'=1+1"`],
    ['a formula by its sign', '-cmd|x', `"'-cmd|x"`],
    ['a function', '@SUM(A1)', `"'@SUM(A1)"`],
    ['a tab', '\t=1', `"'\t=1"`],
    ['a wide sign', '＝1', `"'＝1"`],
    ['a number', -3.5, '-3.5'],
    ['a number as text', '-3.5e-7', '-3.5e-7'],
    ['nothing', null, ''],
  ])('%s', (_, value, cell) => {
    expect(inCsv(value)).toBe(cell);
  });
});
