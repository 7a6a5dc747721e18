/** Texts that are cut, or divided into lines, by their widths. */
import { expect, test } from 'vitest';
import { fitted, inLines } from '#webview/text';

const measure = (text: string): number => [...text].length;

test.each([
  ['conv1', 10, 'start', 'conv1'],
  ['conv_stage0_block0_branch2c', 12, 'start', '…k0_branch2c'],
  ['40 of 384 channels', 9, 'end', '40 of 38…'],
  ['40 of', 4, 'end', '40…'],
  ['abc', 0, 'end', 'a…'],
] as const)('%s in %i: %s', (text, width, cut, expected) => {
  const found = fitted(text, width, cut, measure);
  expect(found.length).toBeLessThanOrEqual(Math.max(2, width));
  expect(found).toBe(expected);
});

test('lines are as long as fits, and lose nothing', () => {
  const text = 'Activations of lenet before training. TRAIN, seed 1701, batch 64.';
  const lines = inLines(text, 20, measure);
  expect(lines.every((line) => line.length <= 20)).toBe(true);
  expect(lines.join(' ')).toBe(text);
  expect(inLines('averyveryverylongword b', 5, measure)).toEqual(['averyveryverylongword', 'b']);
});

test('Chinese lines end after any sign', () => {
  const lines = inLines('每条山脊是一个 top 的分布。输入在最上方。', 8, measure);
  expect(lines.every((line) => [...line].length <= 8)).toBe(true);
  expect(lines.join('').replaceAll(' ', '')).toBe('每条山脊是一个top的分布。输入在最上方。');
});
