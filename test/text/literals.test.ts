import {
  int32,
  int64,
  readDouble,
  readInteger,
  readString,
  uint32,
  uint64,
  type IntegerRange,
} from '#core/text/literals';
import { parse } from '#core/text/parser';
import type { ScalarNode } from '#core/text/tree';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function scalar(value: string): [text: string, node: ScalarNode] {
  const text = `a: ${value}`;
  const node = parse(text).tree.root.fields[0]?.value;
  if (node?.kind !== 'scalar') throw new Error(`${value} is no scalar`);
  return [text, node];
}

describe('readInteger', () => {
  it.each<[string, IntegerRange, number | undefined]>([
    ['0', int32, 0],
    ['-0', int32, 0],
    ['2147483647', int32, 2147483647],
    ['2147483648', int32, undefined],
    ['-2147483648', int32, -2147483648],
    ['-2147483649', int32, undefined],
    ['0x7fffffff', int32, 2147483647],
    ['0xFFFFFFFF', int32, undefined],
    ['-0x80000000', int32, -2147483648],
    ['017', int32, 15],
    ['00', int32, 0],
    ['4294967295', uint32, 4294967295],
    ['4294967296', uint32, undefined],
    ['-9223372036854775808', int64, -(2 ** 63)],
    ['9223372036854775808', int64, undefined],
    ['9223372036854775807', int64, 2 ** 52 - 1],
    ['9007199254740993', int64, 2 ** 52 + 1],
    ['-9223372036854775807', int64, -(2 ** 52) + 1],
    ['18446744073709551615', uint64, 2 ** 52 - 1],
    ['18446744073709551616', uint64, undefined],
    ['01777777777777777777777', uint64, 2 ** 52 - 1],
    [`${'0'.repeat(200)}7`, int32, 7],
    ['9'.repeat(200), uint64, undefined],
    ['- # sign\n 5', int32, -5],
    ['08', int32, undefined],
    ['0x', int32, 0],
    ['5x', int32, undefined],
  ])('%s', (value, range, expected) => {
    expect(readInteger(...scalar(value), range)).toBe(expected);
  });
});

describe('readDouble', () => {
  it.each<[string, number | undefined]>([
    ['1', 1],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['1.', 1],
    ['1e3', 1000],
    ['1.5e-2f', 0.015],
    ['2F', 2],
    ['-0', -0],
    ['- 2.5', -2.5],
    ['inf', Infinity],
    ['-Infinity', -Infinity],
    ['NaN', NaN],
    ['-nan', NaN],
    ['1e400', Infinity],
    ['18446744073709551616', 2 ** 64],
    ['nano', undefined],
    ['true', undefined],
  ])('%s', (value, expected) => {
    expect(readDouble(...scalar(value))).toBe(expected);
  });
});

describe('readString', () => {
  it.each([
    ['"plain"', 'plain'],
    ["'plain'", 'plain'],
    ['"é😀"', 'é😀'],
    ['"a" \'b\' # "c"\n "d"', 'abd'],
    [`"it's" '"'`, `it's"`],
    [String.raw`"\a\b\f\n\r\t\v\\\?\'\""`, '\x07\b\f\n\r\t\v\\?\'"'],
    [String.raw`"\x41\x4a\X"`, 'AJX'],
    [String.raw`"\101\7\0601"`, 'A\x0701'],
    [String.raw`"\303\251 \xc3\xa9"`, 'é é'],
    [String.raw`"\360\237\230\200"`, '😀'],
    [String.raw`"\u00e9\U0001f600"`, 'é😀'],
    [String.raw`"\U00110000|\U001fffff"`, '\uFFFD|\uFFFD'],
    [String.raw`"\303x"`, '\uFFFDx'],
    [String.raw`"\355\240\200"`, '\uFFFD\uFFFD\uFFFD'],
    [String.raw`"\300\200"`, '\uFFFD\uFFFD'],
    ['"open', 'open'],
  ])('%s', (value, expected) => {
    expect(readString(...scalar(value))).toBe(expected);
  });

  it('round-trips the bytes of any text, escaped one by one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = [...new TextEncoder().encode(text)]
          .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
          .join('');
        expect(readString(...scalar(`"${escaped}"`))).toBe(new TextDecoder().decode(new TextEncoder().encode(text)));
      }),
    );
  });

  it('round-trips any text with only the necessary escapes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/["\\\n\0]/.test(text)),
        (text) => {
          expect(readString(...scalar(`"${text}"`))).toBe(text);
        },
      ),
    );
  });
});
