import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextChange } from '#core/edit/change';
import { join } from '#core/edit/join';

const removal = (start: number, end: number): TextChange => ({ span: { start, end }, newText: '' });

/** All changes in a single pass from start to end. */
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

describe('changes from several sources', () => {
  test('are sorted, and adjacent removals are merged', () => {
    const list: TextChange[] = [];
    expect(join(list, [removal(8, 10), removal(2, 4)])).toBe(true);
    expect(join(list, [removal(4, 8)])).toBe(true);
    expect(list).toEqual([removal(2, 10)]);
  });

  test('are applied all or not at all', () => {
    const list: TextChange[] = [removal(4, 8)];
    expect(join(list, [removal(0, 2), { span: { start: 8, end: 8 }, newText: 'x' }])).toBe(false);
    expect(list).toEqual([removal(4, 8)]);
  });

  const change = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 6 }), fc.constantFrom('', '', 'x'))
    .map(([start, length, newText]): TextChange => ({ span: { start, end: start + length }, newText }));

  test('give the same result one by one as in a single pass', () => {
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
