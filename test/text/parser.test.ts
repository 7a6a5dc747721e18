import { parse } from '#core/text/parser';
import type { ScalarNode } from '#core/text/tree';
import { describe, expect, it } from 'vitest';
import { outline } from '../support/outline';

/** The outline of a text without syntax errors. */
function read(text: string): string {
  const { tree, problems } = parse(text);
  expect(problems).toEqual([]);
  return outline(tree);
}

describe('parse', () => {
  it.each([
    ['nothing', '', ''],
    ['whitespace and comments', ' \t\r\n # a: 1\n#', ''],
    ['a scalar', 'a: 1', 'a: 1'],
    ['no whitespace', 'a:1,b{c:"x"}', 'a: 1 b {c: "x"}'],
    ['a message', 'a { b: 1 }', 'a {b: 1}'],
    ['a message with a colon', 'a: { b: 1 }', 'a: {b: 1}'],
    ['angle brackets', 'a < b < c: 1 > >', 'a {b {c: 1}}'],
    ['an empty message', 'a {}', 'a {}'],
    ['commas and semicolons', 'a: 1, b: 2; c { }, d: 3;', 'a: 1 b: 2 c {} d: 3'],
    ['a list', 'a: [1, -2, 3.5]', 'a: [1, -2, 3.5]'],
    ['an empty list', 'a: []', 'a: []'],
    ['a list of messages', 'a: [{ b: 1 }, < b: 2 >]', 'a: [{b: 1}, {b: 2}]'],
    ['a list without a colon', 'a [{ b: 1 }]', 'a [{b: 1}]'],
    ['adjacent strings', 'a: "x" \'y\' # and\n "z"', 'a: "x" \'y\' # and\n "z"'],
    ['quotes in quotes', `a: "it's" b: '"' c: "\\""`, `a: "it's" b: '"' c: "\\""`],
    ['an extension', '[a.b.c]: 1', '[a.b.c]: 1'],
    ['an Any', '[type.googleapis.com/a.b] { c: 1 }', '[type.googleapis.com/a.b] {c: 1}'],
    ['CRLF', 'a: 1\r\nb: 2\r\n', 'a: 1 b: 2'],
    ['a lone CR, which does not end a comment', 'a: 1 # x\rb: 2\nc: 3', 'a: 1 c: 3'],
    ['non-ASCII in strings and comments', 'a: "é😀" # ü', 'a: "é😀"'],
    ['names with digits and underscores', '_a1_: b2', '_a1_: b2'],
    ['a minus separated from its number', 'a: - 1', 'a: - 1'],
  ])('reads %s', (_, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each<[string, ScalarNode['token']]>([
    ['0', 'integer'],
    ['-17', 'integer'],
    ['0x1F', 'integer'],
    ['0X1f', 'integer'],
    ['017', 'integer'],
    ['1.5', 'float'],
    ['.5', 'float'],
    ['1.', 'float'],
    ['1e5', 'float'],
    ['1E-5', 'float'],
    ['2f', 'float'],
    ['1.5F', 'float'],
    ['-.5e+2f', 'float'],
    ['inf', 'identifier'],
    ['-inf', 'identifier'],
    ['-nan', 'identifier'],
    ['true', 'identifier'],
    ['MAX', 'identifier'],
    ['"x"', 'string'],
    ['\'x\' "y"', 'string'],
  ])('reads %s as one scalar, a %s', (text, token) => {
    const { tree, problems } = parse(`a: ${text} b: 1`);
    expect(problems).toEqual([]);
    expect(tree.root.fields[0]?.value).toEqual({ kind: 'scalar', token, start: 3, end: 3 + text.length });
  });

  it('keeps the positions of everything', () => {
    const { tree } = parse('# c\r\nab : { x: 1 } ,');
    expect(tree).toEqual({
      text: '# c\r\nab : { x: 1 } ,',
      comments: [{ start: 0, end: 3 }],
      root: {
        kind: 'message',
        start: 0,
        end: 20,
        closed: true,
        fields: [
          {
            kind: 'field',
            name: 'ab',
            start: 5,
            nameEnd: 7,
            colon: 8,
            end: 18,
            value: {
              kind: 'message',
              start: 10,
              end: 18,
              closed: true,
              fields: [
                {
                  kind: 'field',
                  name: 'x',
                  start: 12,
                  nameEnd: 13,
                  colon: 13,
                  end: 16,
                  value: { kind: 'scalar', token: 'integer', start: 15, end: 16 },
                },
              ],
            },
          },
        ],
      },
    });
  });

  it('gives equal names as the same string', () => {
    const names = parse('kernel_size: 1 kernel_size: 2').tree.root.fields.map(({ name }) => name);
    expect(names).toEqual(['kernel_size', 'kernel_size']);
  });
});
