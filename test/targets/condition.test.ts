/** Conditions of targets: values, unknown values, and texts that are no conditions. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionOf, holds, namesIn, type Scope, type Value } from '#core/targets/condition';

const values: Readonly<Record<string, Value>> = {
  axis: 1,
  pool: 'MAX',
  flag: true,
  offset: [2, 3],
  bottom: [[1, null, 8, 8]],
  sub: { top_k: 4 },
};
const scope: Scope = { value: (name) => values[name] ?? null, has: (field) => field in values };

function result(text: string): boolean | undefined | 'no condition' {
  const condition = conditionOf(text);
  return condition ? holds(condition, scope) : 'no condition';
}

test.each([
  ['axis >= 1', true],
  ['-axis == 0 - 1', true],
  ['pool != "MAX"', false],
  ['!flag', false],
  ['offset.length == 2 && offset[1] == 3', true],
  ['sub.top_k % 3 == 1', true],
  ['max(offset[0], offset[1], 7) == 7', true],
  ['has(axis) && !has(nothing)', true],
  ['within(pool, "MAXE")', true],
  ['bottom[0][2] * bottom[0][3] <= 64', true],
])('%s is %s', (text, expected) => expect(result(text)).toBe(expected));

test.each([
  ['nothing > 1', undefined],
  ['bottom[0][1] > 1', undefined],
  ['bottom[4].length == 4', undefined],
  ['nothing > 1 && axis == 1', undefined],
  ['nothing > 1 && axis == 2', false],
  ['nothing > 1 || axis == 1', true],
  ['axis == 1 || nothing > 1', true],
  ['axis + pool > 1', undefined],
  ['axis', undefined],
])('%s, where part is unknown, is %s', (text, expected) => expect(result(text)).toBe(expected));

test.each([
  'axis =',
  '',
  'a; b',
  'this.constructor("x")',
  'f(1)',
  '(() => 1)()',
  'axis ** 2',
  '[1, 2]',
  'x'.repeat(501),
])('%s is no condition', (text) => expect(result(text)).toBe('no condition'));

test('members that every object has are unknown', () => {
  expect(result('sub.constructor == 1')).toBe(undefined);
  expect(result('offset.map == 1')).toBe(undefined);
});

test('any text is a condition or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-c0-9()[\].<>=&|!"+*-]{0,40}$/)), (text) => {
      expect([true, false, undefined, 'no condition']).toContain(result(text));
    }),
  );
});

test('names with their indices', () => {
  const condition = conditionOf('bottom[0][1] * axis + axis > min(offset.length, 3)');
  expect(condition && namesIn(condition).map(({ text }) => text)).toEqual(['bottom[0][1]', 'axis', 'offset.length']);
});
