/** Texts of any size: what grows with their square would hang an editor, and shows here as a test that never ends. */
import { expect, test } from 'vitest';
import { analyze, maxLength } from '#core/analysis';
import { bvlc } from '#core/dialects/bvlc';

const layers = 10_000;

test('a text that is too large is not looked at', () => {
  const line = 'layer { name: "a" type: "ReLU" bottom: "x" top: "y" } ';
  const { kind, problems } = analyze(line.repeat(Math.ceil((maxLength + 1) / line.length)), { dialect: bvlc });
  expect(kind).toBe('other');
  expect(problems.map(({ code }) => code)).toEqual(['file/too-large']);
});

test('as many unknown bottoms as layers', () => {
  const { problems } = analyze('layer { name: "a" type: "ReLU" bottom: "x" top: "y" }\n'.repeat(layers), { dialect: bvlc });
  expect(problems.filter(({ code }) => code === 'net/unknown-bottom')).toHaveLength(layers);
});

test('as many damaged layers as unknown bottoms', () => {
  const text = 'layer { name: "a" type: "ReLU" bottom: "x" top: "y" kernel: }\n'.repeat(layers);
  const { problems } = analyze(text, { dialect: bvlc });
  expect(problems.some(({ code }) => code === 'syntax/expected-value')).toBe(true);
  // Each name stands in another damaged layer, whose top may be what is missing.
  expect(problems.filter(({ code }) => code === 'net/unknown-bottom')).toEqual([]);
});
