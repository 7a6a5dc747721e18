/** Any text is parsed without an exception, in bounded time, and printed again unchanged. */
import { maxProblems } from '#core/text/scanner';
import { maxDepth, parse } from '#core/text/parser';
import { print } from '#core/text/printer';
import type { FieldNode, MessageNode } from '#core/text/tree';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallNets } from '../support/small-nets';

/** Tokens, whitespace and junk: texts that reach more of the grammar than random letters. */
const soup = fc
  .array(
    fc.constantFrom(
      'a',
      'layer',
      ':',
      '{',
      '}',
      '<',
      '>',
      '[',
      ']',
      ',',
      ';',
      '-',
      '.',
      '/',
      '=',
      '1',
      '0x1F',
      '08',
      '1.5f',
      '5x',
      '"s"',
      "'s'",
      '"',
      "'",
      '\\',
      '"\\q"',
      ' ',
      '\n',
      '\n  ',
      '\r',
      '\r\n',
      '\t',
      '# c',
      '# c\n',
      '\0',
      '\u0001',
      'é',
      '\ud800',
      '\udc00',
      '\ufeff',
      '😀',
      'inf',
      '\v',
    ),
    { maxLength: 80 },
  )
  .map((tokens) => tokens.join(''));

function check(text: string): void {
  const { tree, problems } = parse(text);
  if (print(tree) !== text) expect(print(tree)).toBe(text);
  for (const { span } of problems) {
    if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length))
      throw new Error(`a problem outside ${JSON.stringify(text)}`);
  }
  problems.forEach(({ span }, i) => {
    if (span.start < (problems[i - 1]?.span.start ?? 0))
      throw new Error(`problems out of order in ${JSON.stringify(text)}`);
  });
  checkNesting(tree.root);
}

/** Checks that children lie inside their parents, in order and without overlap. */
function checkNesting(root: MessageNode): void {
  const waiting: MessageNode[] = [root];
  for (let message = waiting.pop(); message; message = waiting.pop()) {
    let at = message.start;
    for (const { start, nameEnd, end, value } of message.fields) {
      if (start < at || nameEnd <= start || end < nameEnd || end > message.end)
        throw new Error(`a field out of place at ${start}`);
      if (value && (value.start < nameEnd || value.end > end))
        throw new Error(`a value out of place at ${value.start}`);
      at = end;
      if (value?.kind === 'message') waiting.push(value);
      if (value?.kind === 'list') for (const item of value.items) if (item.kind === 'message') waiting.push(item);
    }
  }
}

describe('parses any text', () => {
  it.each(smallNets.map((net, i) => [i, net] as const))('every prefix of small net %i', (_, net) => {
    expect(parse(net).problems).toEqual([]);
    for (let end = 0; end <= net.length; end++) check(net.slice(0, end));
  });

  it.each(smallNets.map((net, i) => [i, net] as const))('small net %i without one token', (_, net) => {
    const tokens = [...net.matchAll(/\w+|"[^"]*"|'[^']*'|#[^\n]*|[^\s\w]/g)];
    for (const { index, 0: token } of tokens) check(net.slice(0, index) + net.slice(index + token.length));
  });

  it('strings of any characters', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 60 }), (points) => check(String.fromCodePoint(...points))),
      { numRuns: 500 },
    );
  });

  it('strings of any UTF-16 units', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 60 }), (units) => check(String.fromCharCode(...units))),
      { numRuns: 500 },
    );
  });

  it('random sequences of tokens', () => {
    fc.assert(fc.property(soup, check), { numRuns: 3000 });
  });
});

describe('print', () => {
  it('reveals a misplaced node', () => {
    const { tree } = parse('a: 1 b: 2');
    const [a, b] = tree.root.fields as [FieldNode, FieldNode];
    expect(print({ ...tree, root: { ...tree.root, fields: [a, { ...b, start: 4 }] } })).toBe('a: 1 b: 2');
    expect(print({ ...tree, root: { ...tree.root, fields: [b, a] } })).not.toBe('a: 1 b: 2');
    expect(print({ ...tree, root: { ...tree.root, fields: [a, a, b] } })).not.toBe('a: 1 b: 2');
  });
});

describe('limits', () => {
  it.each([
    ['{', '}'],
    ['<', '>'],
    ['[{a', '}]'],
  ])('report nesting of %s once at the maximal depth, and skip the rest with its brackets', (open, close) => {
    const text = `a${open}`.repeat(100_000) + close.repeat(100_000);
    const { tree, problems } = parse(`${text} b: 1`);
    expect(problems.filter(({ code }) => code === 'syntax/too-deep')).toHaveLength(1);
    expect(tree.root.fields.at(-1)?.name).toBe('b');
  });

  it('keep levels up to the maximal depth', () => {
    const nested = (levels: number): string => `${'a{'.repeat(levels)}b:1${'}'.repeat(levels)}`;
    expect(parse(nested(maxDepth)).problems).toEqual([]);
    expect(parse(nested(maxDepth + 1)).problems.map(({ code }) => code)).toEqual(['syntax/too-deep']);
  });

  it('handle a list that ends in an unclosed message', () => {
    expect(print(parse('a[{é').tree)).toBe('a[{é');
  });

  it('handle unclosed opening brackets', () => {
    expect(parse('a{'.repeat(100_000)).problems.map(({ code }) => code)).toEqual([
      'syntax/too-deep',
      'syntax/unclosed',
    ]);
  });

  it('stop counting problems at a maximum', () => {
    const { problems } = parse(') '.repeat(5000).replaceAll(') ', 'a: )\n'));
    expect(problems).toHaveLength(maxProblems + 1);
    expect(problems.at(-1)?.code).toBe('syntax/too-many-problems');
  });

  it.each([
    ['one string', `a: "${'x'.repeat(500_000)}"`],
    ['a string that is not closed', `a: "${'x'.repeat(500_000)}`],
    ['escapes', `a: "${'\\x41'.repeat(200_000)}"`],
    ['digits', `a: ${'1'.repeat(500_000)}`],
    ['blanks', `a: ${' '.repeat(500_000)}1`],
    ['comments without text', '#\n'.repeat(200_000)],
    ['junk', '\0'.repeat(500_000)],
    ['brackets that close nothing', '}'.repeat(100_000)],
    ['fields on one line', 'a{} '.repeat(50_000)],
    ['unmatched brackets on separate lines', `${'a{\n'.repeat(60)}${'a{\n}\n}\n'.repeat(10_000)}`],
    ['quotes', '"'.repeat(200_001)],
    ['numbers with letters', '5x #\n'.repeat(50_000)],
  ])('handle very many: %s', (_, text) => {
    const { tree } = parse(text);
    expect(print(tree) === text).toBe(true);
  });
});
