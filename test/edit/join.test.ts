import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextChange } from '#core/edit/change';
import { join } from '#core/edit/join';

const removal = (start: number, end: number): TextChange => ({ span: { start, end }, newText: '' });

/** All at once, from the start of the text to its end. */
function inOnePass(changes: readonly TextChange[]): readonly TextChange[] | undefined {
  const result: TextChange[] = [];
  for (const change of [...changes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = result.at(-1);
    if (!last || last.span.end < change.span.start) result.push(change);
    else if (last.span.end > change.span.start || last.newText !== '' || change.newText !== '') return undefined;
    else result[result.length - 1] = { span: { start: last.span.start, end: change.span.end }, newText: '' };
  }
  return result;
}

describe('changes of several origins', () => {
  test('come in the order of the text, and removals that touch are one', () => {
    const list: TextChange[] = [];
    expect(join(list, [removal(8, 10), removal(2, 4)])).toBe(true);
    expect(join(list, [removal(4, 8)])).toBe(true);
    expect(list).toEqual([removal(2, 10)]);
  });

  test('are taken all or none', () => {
    const list: TextChange[] = [removal(4, 8)];
    expect(join(list, [removal(0, 2), { span: { start: 8, end: 8 }, newText: 'x' }])).toBe(false);
    expect(list).toEqual([removal(4, 8)]);
  });

  const change = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 6 }), fc.constantFrom('', '', 'x'))
    .map(([start, length, newText]): TextChange => ({ span: { start, end: start + length }, newText }));

  test('one by one are what they are in one pass', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 12 }), (fixes) => {
        const list: TextChange[] = [];
        let taken: readonly TextChange[] = [];
        for (const changes of fixes) {
          const together = inOnePass([...taken, ...changes]);
          expect(join(list, changes)).toBe(together !== undefined);
          taken = together ?? taken;
          expect(list).toEqual(taken);
        }
      }),
    );
  });
});
