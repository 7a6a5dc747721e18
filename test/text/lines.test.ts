import { lineEndAt, lines, lineStartAt } from '#core/text/lines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('lines', () => {
  it.each([
    ['', 0, 0, 0],
    ['ab', 2, 0, 2],
    ['a\nb', 1, 0, 1],
    ['a\nb', 2, 1, 0],
    ['a\r\nb', 2, 0, 2],
    ['a\r\nb', 3, 1, 0],
    ['a\rb\nc', 2, 0, 2],
    ['a\n\n\n', 4, 3, 0],
  ])('%j: offset %i is line %i, character %i', (text, offset, line, character) => {
    expect(lines(text).positionAt(offset)).toEqual({ line, character });
    expect(lines(text).offsetAt({ line, character })).toBe(offset);
  });

  it('clamps positions outside the text', () => {
    const table = lines('one\ntwo');
    expect(table.offsetAt({ line: 0, character: 99 })).toBe(3);
    expect(table.offsetAt({ line: 9, character: 0 })).toBe(7);
    expect(table.offsetAt({ line: -1, character: 5 })).toBe(0);
    expect(table.positionAt(99)).toEqual({ line: 1, character: 3 });
    expect(table.positionAt(-1)).toEqual({ line: 0, character: 0 });
  });

  it('converts every offset of every text and back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('\n', '\r', 'a', 'é', '😀')), (parts) => {
        const text = parts.join('');
        const table = lines(text);
        for (let offset = 0; offset <= text.length; offset++)
          expect(table.offsetAt(table.positionAt(offset))).toBe(offset);
        expect(table.count).toBe(text.split('\n').length);
      }),
    );
  });
});

describe('the ends of a line', () => {
  it('are where a search in the text finds them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n'), { maxLength: 12 }), fc.nat(12), (parts, at) => {
        const text = parts.join('');
        const offset = Math.min(at, text.length);
        expect(lineStartAt(text, offset)).toBe(text.slice(0, offset).lastIndexOf('\n') + 1);
        expect(lineEndAt(text, offset)).toBe(offset + (text.slice(offset).split('\n')[0] ?? '').length);
      }),
    );
  });
});
