/** Links that hold a net: what is packed comes out, and no fragment does harm. */
import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fragmentOf, longestLink, netInFragment } from '#site/links';
import { largestText } from '#site/texts';

const packed = (bytes: Buffer): string => `#net=${deflateRawSync(bytes).toString('base64url')}`;

test('every net comes out of its link as it was', async () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^(layer \{ name: "\w{0,8}" \}\n){0,200}$/),
    fc.constant('\ufeffname: "with a mark"\r\n'),
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), texts, async (name, text) => {
      const fragment = await fragmentOf({ name, text });
      expect(await netInFragment(fragment ?? '')).toEqual({ kind: 'net', name, text });
    }),
  );
});

test('a link has characters that no program changes', async () => {
  const fragment = await fragmentOf({ name: 'a&b #1.prototxt', text: 'name: "網絡"\n'.repeat(500) });
  expect(fragment).toMatch(/^#name=[\w.%!~*'()-]+&net=[\w-]+$/);
  expect(fragment?.length).toBeLessThan(150);
});

test('a net that is too large for a link has none', async () => {
  const random = Array.from({ length: 1 << 18 }, (_, i) => ((i * 2654435761) ** 2 % 4294967291).toString(36)).join('');
  expect(await fragmentOf({ name: 'large', text: random })).toBeUndefined();
});

test.each(['', '#', '#top', '#name=lenet', '#Net=abc', '#net'.repeat(3)])('%s is no net', async (fragment) => {
  expect(await netInFragment(fragment)).toEqual({ kind: 'none' });
});

test.each([
  ['no base64url', '#net=a+b/c='],
  ['no length of base64', '#net=abcde'],
  ['no DEFLATE', `#net=${Buffer.from('layer { }').toString('base64url')}`],
  ['cut in the middle', packed(Buffer.from('name: "LeNet" layer { type: "Data" }')).slice(0, -8)],
  ['no UTF-8', packed(Buffer.from([0x61, 0xff, 0xfe]))],
])('%s is a damaged link', async (_, fragment) => {
  expect(await netInFragment(fragment)).toEqual({ kind: 'problem', problem: 'damaged' });
});

test('a fragment that unpacks to more than the limit is not unpacked', async () => {
  const bomb = packed(Buffer.alloc(largestText + 1, 'a'));
  expect(bomb.length).toBeLessThan(10_000);
  expect(await netInFragment(bomb)).toEqual({ kind: 'problem', problem: 'large' });
  const most = await netInFragment(packed(Buffer.alloc(largestText, 'a')));
  expect(most).toMatchObject({ kind: 'net', name: '' });
});

test('a fragment that is too long is not read', async () => {
  expect(await netInFragment(`#net=${'a'.repeat(longestLink)}`)).toEqual({ kind: 'problem', problem: 'large' });
});

test('any fragment is a net, none, or a sentence', async () => {
  const fragments = fc
    .oneof(
      fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
      fc.base64String(),
    )
    .map((text) => `#net=${text}`);
  await fc.assert(
    fc.asyncProperty(fragments, async (fragment) => {
      expect(['net', 'none', 'problem']).toContain((await netInFragment(fragment)).kind);
    }),
  );
});
