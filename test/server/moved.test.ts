import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '#core/problems/index';
import { moved } from '#server/moved';

function at(start: number, end: number): Problem {
  return { code: 'signal/dead', span: { start, end }, args: { layer: 'conv1', rectifier: 'relu1' } };
}

const edit = fc.record({ head: fc.string(), before: fc.string(), after: fc.string(), tail: fc.string() });

test('covers the same text after any change', () => {
  fc.assert(
    fc.property(edit, fc.nat(), fc.nat(9), ({ head, before, after, tail }, place, length) => {
      const old = head + before + tail;
      const start = place % (old.length + 1);
      const text = head + after + tail;
      for (const { span } of moved([at(start, start + length)], old, text)) {
        expect(text.slice(span.start, span.start + length)).toBe(old.slice(start, start + length));
      }
    }),
  );
});

test('keeps problems before the change, moves those after it, and drops those in it', () => {
  const problems = [at(0, 3), at(4, 7), at(8, 11)];
  expect(moved(problems, 'one two six', 'one three six')).toEqual([at(0, 3), at(10, 13)]);
  expect(moved(problems, 'one two six', 'one two six')).toEqual(problems);
  expect(moved(problems, 'one two six', '')).toEqual([]);
});
