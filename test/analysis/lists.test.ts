import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appended, firstIndexOf, none, concat } from '#core/lists';

test('lists together are one behind the other, and the very list where only one holds anything', () => {
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

test('a list with an item more is made where there is none', () => {
  expect(appended(undefined, 1)).toEqual([1]);
  expect(appended([1], 2)).toEqual([1, 2]);
});

test('the first item that something holds for is found by halving', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(22), (items, limit) => {
      const sorted = [...items].sort((a, b) => a - b);
      const found = sorted.findIndex((item) => item >= limit);
      expect(firstIndexOf(sorted, (item) => item >= limit)).toBe(found < 0 ? sorted.length : found);
    }),
  );
});
