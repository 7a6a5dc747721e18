/** Numbers as the pages of values show them, and values as they are sent. */
import { expect, test, vi } from 'vitest';

vi.stubGlobal('document', { documentElement: { lang: 'en' } });
const { bytes, percent } = await import('#webview/values/format');
const { floatsOf } = await import('#webview/values/loaded');
vi.unstubAllGlobals();

test.each([
  [999, '999 B'],
  [1000, '1 kB'],
  [243_862_414, '243.9 MB'],
  [2_147_483_647, '2.147 GB'],
])('%d bytes are %s', (count, text) => {
  expect(bytes(count)).toBe(text);
});

test('writes shares as percent', () => {
  expect([0, 0.5, 1].map(percent)).toEqual(['0', '50%', '100%']);
});

test('reads float32 values in base64, among them those that JSON lacks', () => {
  const values = Float32Array.of(1, -0.5, NaN, Infinity);
  expect(floatsOf(Buffer.from(values.buffer).toString('base64'))).toEqual(values);
});
