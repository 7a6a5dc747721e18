import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#core/edit/change';
import { format, formatOnType, usualStyle, type Formattable } from '#core/edit/format/index';
import { parse } from '#core/text/parser';
import type { Span } from '#core/problems/index';
import { smallNets } from '../support/small-nets';
import { dedent } from '../support/marks';

function read(text: string): Formattable {
  const { tree, problems } = parse(text);
  return { tree, textProblems: problems };
}

function formatted(text: string, within?: Span): string {
  return applyChanges(text, format(read(text), usualStyle, within));
}

test.each([
  [
    'indentation, and spaces around colons and brackets',
    'layer{\n\tname :"a"\n   param{lr_mult:1  decay_mult:0}\n}',
    'layer {\n  name: "a"\n  param { lr_mult: 1 decay_mult: 0 }\n}\n',
  ],
  [
    'a message on several lines, with its brackets on separate lines',
    'layer { name: "a"\n  top: "b" }',
    'layer {\n  name: "a"\n  top: "b"\n}\n',
  ],
  [
    'fields on one line, which stay on it',
    'layer {\n  name: "a"  type: "ReLU"\n}\n',
    'layer {\n  name: "a" type: "ReLU"\n}\n',
  ],
  ['a message on several lines, apart from its neighbours', 'a: 1 b {\nc: 2 } d: 3', 'a: 1\nb {\n  c: 2\n}\nd: 3\n'],
  ['blank lines, without whitespace in them', '\n\na: 1\n \t\n\nb: 2\n\n\n', '\n\na: 1\n\n\nb: 2\n'],
  [
    'comments, indented like what they describe',
    'a {\n# of b\n      b: 1 #one\n# of nothing\n}\n  # of c   \nc: 1',
    'a {\n  # of b\n  b: 1 #one\n  # of nothing\n}\n# of c\nc: 1\n',
  ],
  ['comments in a column, which stay there', 'a: 1   # one\nbcd: 2 # two\n', 'a: 1   # one\nbcd: 2 # two\n'],
  ['a comment, with a space before it', 'a: 1# one\n', 'a: 1 # one\n'],
  ['separators, directly after what they follow', 'a: 1 ,b: 2 ;  c {d: 1;}', 'a: 1, b: 2; c { d: 1; }\n'],
  ['lists', 'a:[ 1,2 ,3 ] b: [\n1,\n  2\n ]', 'a: [1, 2, 3]\nb: [\n  1,\n  2\n]\n'],
  ['lists of messages', 'a: [{\nb: 1 }, { b: 2 }]', 'a: [\n  {\n    b: 1\n  },\n  { b: 2 }\n]\n'],
  ['angle brackets', 'a <\nb: 1>', 'a <\n  b: 1\n>\n'],
  ['strings in parts', 'a: "x"\n"y"  # why\n \'z\'', 'a: "x"\n  "y"  # why\n  \'z\'\n'],
  ['a bracket on the next line', 'a\n{\n b: 1\n}\n', 'a {\n  b: 1\n}\n'],
  ['comments between a name and its value', 'a: # why\n1\nb # and\n{ }', 'a: # why\n1\nb # and\n{}\n'],
  ['CRLF line breaks, which stay', 'a {\r\nb: 1\r\n\r\n}', 'a {\r\n  b: 1\r\n\r\n}\r\n'],
  ['nothing', '', ''],
  ['only whitespace', ' \n\n', ''],
  ['only a comment', '  # a', '# a\n'],
])('formats %s', (_, before, after) => {
  expect(formatted(before)).toBe(after);
  expect(formatted(after)).toBe(after);
});

describe('in a broken text', () => {
  const broken = 'a{b:1}\nlayer {\n      name: "x\n top :"y"\n}\n   c{d:1}';

  test('leaves the broken part unchanged, byte by byte', () => {
    expect(formatted(broken)).toBe('a { b: 1 }\nlayer {\n      name: "x\n top :"y"\n}\nc { d: 1 }\n');
  });

  test('leaves unchanged what may belong to a message without its closing bracket', () => {
    const text = 'a{b:1}\nlayer {\n  c{d:1}\nlayer{e:1}\n';
    expect(formatted(text)).toBe('a { b: 1 }\nlayer {\n  c{d:1}\nlayer { e: 1 }\n');
  });

  test('leaves unchanged what a stray bracket may have moved out of its message', () => {
    const text = 'layer {\n  a:1 }\n  b :2\n}\n';
    expect(formatted(text)).toContain('\n  b :2\n}\n');
  });

  test('does not move a bracket of an unclosed list', () => {
    expect(formatted('a[ { }\nb:1\n')).toBe('a [{}\nb:1\n');
  });

  test('leaves junk between fields unchanged', () => {
    expect(formatted('a:1\n   ??? \n b:2')).toBe('a: 1\n   ??? \n b: 2\n');
  });
});

test('does not change a file with a comment that disables formatting', () => {
  const text = '# A net.\n# txtpbfmt: disable\na{b:1}';
  expect(formatted(text)).toBe(text);
  expect(formatted(`a{b:1}\n# txtpbfmt: disable`)).toBe('a { b: 1 }\n# txtpbfmt: disable\n');
});

test('formats only the lines of a selection', () => {
  const text = dedent(`
    a{b:1}
    layer {
     c:1
     d:2   
     e:3
    }`);
  const at = text.indexOf('d:2');
  expect(formatted(text, { start: at, end: at + 1 })).toBe(text.replace(' d:2', '  d: 2'));
});

describe('while typing', () => {
  test('formats a message when its closing bracket is typed', () => {
    const text = 'a{b:1}\nc {\nd:1}\ne:1';
    const offset = text.indexOf('}\ne') + 1;
    expect(applyChanges(text, formatOnType(read(text), offset, '}', usualStyle))).toBe('a{b:1}\nc {\n  d: 1\n}\ne:1');
  });

  test('formats the previous line when a line break is typed, and not the new one', () => {
    const text = 'c {\n  d:1\n    \n}\n';
    expect(applyChanges(text, formatOnType(read(text), text.indexOf('d:1') + 6, '\n', usualStyle))).toBe(
      'c {\n  d: 1\n    \n}\n',
    );
  });

  test('does not change what is not closed yet', () => {
    expect(formatOnType(read('c {\n d:1}\n'), 2, '}', usualStyle)).toEqual([]);
    expect(formatOnType(read('}'), 1, '}', usualStyle)).toEqual([]);
  });
});

test('changes only whitespace, and is idempotent, for any text', () => {
  const pieces = fc.constantFrom(
    'a',
    ':',
    ' ',
    '\n',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"x"',
    '1',
    '#c\n',
    '\t',
    ';',
    '<',
    '>',
    '"',
    'é',
    '\r\n',
    '\r',
    '-',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      const text = parts.join('');
      const once = formatted(text);
      expect(once.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
      expect(formatted(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test('formats every prefix of the small nets', () => {
  for (const net of smallNets) {
    for (let end = 0; end <= net.length; end += 7) {
      const text = net.slice(0, end);
      const once = formatted(text);
      expect(once.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
      expect(formatted(once)).toBe(once);
    }
  }
});
