import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appended, firstIndexOf, none, concat } from '#core/lists';

test('concatenates lists, and returns the only non-empty list itself', () => {
  const list = ['a'];
  expect(concat(none, list, none)).toBe(list);
  expect(concat(none, none)).toBe(none);
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(3))), (lists) => {
      const before = structuredClone(lists);
      expect(concat(...lists)).toEqual(lists.flat());
      expect(lists).toEqual(before);
    }),
  );
});

test('appends to a list, or creates one', () => {
  expect(appended(undefined, 1)).toEqual([1]);
  expect(appended([1], 2)).toEqual([1, 2]);
});

test('finds the first item for which a predicate holds, by binary search', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(22), (items, limit) => {
      const sorted = [...items].sort((a, b) => a - b);
      const found = sorted.findIndex((item) => item >= limit);
      expect(firstIndexOf(sorted, (item) => item >= limit)).toBe(found < 0 ? sorted.length : found);
    }),
  );
});
