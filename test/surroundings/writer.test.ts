import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { english } from '#core/messages/en/index';
import { reasonOf } from '#project/reason';
import { createFile } from '#project/node/writer';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prototxt-lens-'));
  path = join(folder, 'w.npz');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the file has its name only once it is whole', async () => {
  const sink = await createFile(path, 'keep');
  const large = new Uint8Array(1 << 19).fill(7);
  await sink.write(Uint8Array.of(1, 2));
  await sink.write(large);
  await sink.write(Uint8Array.of(3));
  expect(existsSync(path)).toBe(false);
  await sink.commit();
  expect(readdirSync(folder)).toEqual(['w.npz']);
  expect(readFileSync(path).equals(Buffer.concat([Buffer.of(1, 2), large, Buffer.of(3)]))).toBe(true);
});

test('of an abandoned one nothing is left, and what was there is as it was', async () => {
  writeFileSync(path, 'before');
  const sink = await createFile(path, 'replace');
  await sink.write(Uint8Array.of(1, 2));
  await sink.abandon();
  expect(readdirSync(folder)).toEqual(['w.npz']);
  expect(readFileSync(path, 'utf8')).toBe('before');
});

test('a file that is there is kept or replaced, as asked, even if it came meanwhile', async () => {
  const early = await createFile(path, 'keep');
  writeFileSync(path, 'before');
  await expect(createFile(path, 'keep')).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(early.commit()).rejects.toMatchObject({ code: 'EEXIST' });
  await early.abandon();
  const link = join(folder, 'link.npz');
  symlinkSync(path, link);
  const sink = await createFile(link, 'replace');
  await sink.write(Uint8Array.of(65));
  await sink.commit();
  expect([readFileSync(path, 'utf8'), readdirSync(folder).sort()]).toEqual(['A', ['link.npz', 'w.npz']]);
});

test('where there can be no file it says why', async () => {
  await expect(createFile(folder, 'replace')).rejects.toMatchObject({ code: 'EISDIR' });
  const failure: unknown = await createFile(join(folder, 'nowhere', 'w.npz'), 'keep').catch((error: unknown) => error);
  expect(reasonOf(failure, english)).toBe('there is no such file');
});

test.skipIf(!existsSync('/dev/full'))(
  'a full disk is an error of the write, and a device is written as it is',
  async () => {
    const sink = await createFile('/dev/full', 'keep');
    const failure: unknown = await sink.write(new Uint8Array(1 << 19)).catch((error: unknown) => error);
    await sink.abandon();
    expect(reasonOf(failure, english)).toBe('the disk is full');
  },
);
