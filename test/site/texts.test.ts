/** Which files the page opens, and what it calls them. */
import { expect, test } from 'vitest';
import { fileName, largestText, readText } from '#site/texts';

test.each([
  ['name: "LeNet"\n', { kind: 'text', text: 'name: "LeNet"\n' }],
  ['', { kind: 'text', text: '' }],
  ['\ufeffname: "網絡"', { kind: 'text', text: '\ufeffname: "網絡"' }],
  [Uint8Array.of(0x0a, 0x05, 0xff, 0xfe), { kind: 'problem', problem: 'binary' }],
  ['a\0b', { kind: 'problem', problem: 'binary' }],
  [new Uint8Array(largestText + 1), { kind: 'problem', problem: 'large' }],
])('reads a file: %#', async (content, expected) => {
  expect(await readText(new Blob([content]))).toEqual(expected);
});

test('says that a file cannot be read', async () => {
  const gone = Object.assign(new Blob(['a']), { arrayBuffer: () => Promise.reject(new DOMException('gone')) });
  expect(await readText(gone)).toEqual({ kind: 'problem', problem: 'unreadable' });
});

test.each([
  ['lenet.prototxt', 'lenet.prototxt'],
  ['C:\\nets\\lenet.prototxt', 'lenet.prototxt'],
  ['../../etc/passwd', 'passwd'],
  ['a\u202eb\n<c>?.prototxt', 'abc.prototxt'],
  ['', 'net.prototxt'],
  ['  /', 'net.prototxt'],
  [`${'x'.repeat(500)}.prototxt`, `${'x'.repeat(71)}.prototxt`],
])('calls %j %j', (name, expected) => {
  expect(fileName(name)).toBe(expected);
});
