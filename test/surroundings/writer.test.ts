import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { english } from '#core/messages/en/index';
import { createFile } from '#project/node/writer';
import { reasonOf } from '#project/reason';
import type { Existing } from '#project/files';
import { smallDisk, temporaryFolder } from '../support/system-folder';

let folder = '';
let path = '';

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'w.npz');
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function put(at: string, content: string, existing: Existing): Promise<void> {
  const sink = await createFile(at, existing);
  try {
    await sink.write(bytesOf(content));
    await sink.commit();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

describe('writes a file completely or not at all', () => {
  test('gives it its name only when it is complete', async () => {
    const sink = await createFile(path, 'keep');
    const large = new Uint8Array(1 << 19).fill(7);
    await sink.write(Uint8Array.of(1, 2));
    await sink.write(large);
    await sink.write(Uint8Array.of(3));
    expect(existsSync(path)).toBe(false);
    await sink.commit();
    expect(readdirSync(folder)).toEqual(['w.npz']);
    expect(readFileSync(path).equals(Buffer.concat([Buffer.of(1, 2), large, Buffer.of(3)]))).toBe(true);
  }, 60_000);

  test('handles signals as long as there is an unfinished file', async () => {
    const handlers = (): number => process.listenerCount('SIGINT');
    const before = handlers();
    for (let round = 0; round < 100; round++) {
      let isWritten = false;
      const written = put(path, 'text', 'replace').finally(() => (isWritten = true));
      let handled = true;
      while (!isWritten) {
        const [unfinished] = readdirSync(folder).filter((name) => name.endsWith('.part'));
        handled &&= unfinished === undefined || handlers() === before + 1;
        await new Promise(setImmediate);
      }
      await written;
      expect(handled).toBe(true);
      expect(handlers()).toBe(before);
    }
  });

  test('a second writer of the same file fails, and leaves the first its file', async () => {
    const before = process.listenerCount('SIGINT');
    const first = await createFile(path, 'keep');
    await expect(createFile(path, 'keep')).rejects.toMatchObject({ code: 'EEXIST' });
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
    await first.write(bytesOf('first'));
    await first.commit();
    expect(readFileSync(path, 'utf8')).toBe('first');
  });

  test('leaves nothing of an abandoned one, nor changes the existing file', async () => {
    writeFileSync(path, 'before');
    const sink = await createFile(path, 'replace');
    await sink.write(Uint8Array.of(1, 2));
    await sink.abandon();
    expect(readdirSync(folder)).toEqual(['w.npz']);
    expect(readFileSync(path, 'utf8')).toBe('before');
  });

  test('keeps the existing file if the disk is full', async (context) => {
    const disk = join(folder, 'disk');
    const remove = smallDisk(disk, 64 << 10);
    if (!remove) return context.skip();
    try {
      // The last case fails while the file is overwritten in place.
      for (const [others, before, after] of [
        [[], 'before'.repeat(6000), 'after'.repeat(9000)],
        [['other'], 'before'.repeat(6000), 'after'.repeat(9000)],
        [['other'], 'before', 'after'.repeat(6500)],
      ] as const) {
        const file = join(disk, 'net.prototxt');
        for (const name of readdirSync(disk)) rmSync(join(disk, name));
        writeFileSync(file, before);
        for (const name of others) linkSync(file, join(disk, name));
        const failure = await put(file, after, bytesOf(before)).catch((error: unknown) => error);
        expect(reasonOf(failure, english)).toBe('the disk is full');
        expect(readFileSync(file, 'utf8')).toBe(before);
        expect(readdirSync(disk).sort()).toEqual(['net.prototxt', ...others].sort());
      }
    } finally {
      remove();
    }
  });

  test.skipIf(!existsSync('/dev/full'))('writes to a device directly, with its errors', async () => {
    const sink = await createFile('/dev/full', 'keep');
    const failure: unknown = await sink.write(new Uint8Array(1 << 19)).catch((error: unknown) => error);
    await sink.abandon();
    expect(reasonOf(failure, english)).toBe('the disk is full');
    await expect(createFile('/dev/full', bytesOf(''))).rejects.toMatchObject({ code: 'ENOTREGULAR' });
  });
});

describe('an existing file', () => {
  test('is not written by two processes at once', async () => {
    const first = await createFile(path, 'replace');
    await expect(createFile(path, 'replace')).rejects.toMatchObject({ code: 'EEXIST' });
    await first.write(bytesOf('first'));
    await first.commit();
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['first', ['w.npz']]);
  });

  test('is kept or replaced as requested, even if it was created meanwhile', async () => {
    const early = await createFile(path, 'keep');
    writeFileSync(path, 'before');
    await expect(createFile(path, 'keep')).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(early.commit()).rejects.toMatchObject({ code: 'EEXIST' });
    await early.abandon();
    await put(path, 'A', 'replace');
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['A', ['w.npz']]);
  });

  test.each(['longer than before', 'BEFORE', '', undefined])(
    'is only replaced if it has the expected content: %s',
    async (now) => {
      writeFileSync(path, 'before');
      const sink = await createFile(path, bytesOf('before'));
      await sink.write(bytesOf('after'));
      if (now === undefined) rmSync(path);
      else writeFileSync(path, now);
      await expect(sink.commit()).rejects.toMatchObject({ code: 'ECHANGED' });
      await sink.abandon();
      expect(readdirSync(folder)).toEqual(now === undefined ? [] : ['w.npz']);
      if (now !== undefined) expect(readFileSync(path, 'utf8')).toBe(now);
    },
  );

  test("rejects a path that can't be a file, with the reason", async () => {
    await expect(createFile(folder, 'replace')).rejects.toMatchObject({ code: 'EISDIR' });
    const failure: unknown = await createFile(join(folder, 'nowhere', 'w.npz'), 'keep').catch(
      (error: unknown) => error,
    );
    expect(reasonOf(failure, english)).toBe('its folder does not exist');
  });
});

describe.skipIf(process.platform === 'win32')('a replaced file keeps', () => {
  test('its mode', async () => {
    writeFileSync(path, 'before');
    chmodSync(path, 0o640);
    await put(path, 'after', bytesOf('before'));
    expect(statSync(path).mode & 0o7777).toBe(0o640);
  });

  test.skipIf(process.getuid?.() !== 0)('its owner', async () => {
    writeFileSync(path, 'before');
    chownSync(path, 1234, 2345);
    await put(path, 'after', bytesOf('before'));
    expect(statSync(path)).toMatchObject({ uid: 1234, gid: 2345 });
  });

  test.each(['w.npz', 'nothing-yet'])('a symbolic link, to %s', async (name) => {
    writeFileSync(path, 'before');
    const link = join(folder, 'link');
    symlinkSync(name, link);
    await put(link, 'after', 'replace');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('after');
  });

  test('its hard links', async () => {
    writeFileSync(path, 'before, and longer');
    const other = join(folder, 'other');
    linkSync(path, other);
    await put(path, 'after', bytesOf('before, and longer'));
    expect(readFileSync(other, 'utf8')).toBe('after');
    expect(statSync(path).ino).toBe(statSync(other).ino);
    expect(readdirSync(folder).sort()).toEqual(['other', 'w.npz']);
  });
});

describe('a killed process', () => {
  const dead = 2 ** 22 + 1;

  test('leaves an unfinished file, which the next one removes, but not files with similar names', async () => {
    writeFileSync(path, 'before');
    writeFileSync(`${path}.${dead}.part`, 'half');
    writeFileSync(`${path}.${process.ppid}.part`, 'of a process that runs');
    writeFileSync(`${path}.${dead}.copy.part`, 'half');
    writeFileSync(`${path}.${process.pid}.part`, 'of one that had this number');
    utimesSync(`${path}.${process.pid}.part`, 1, 1);
    writeFileSync(`${path}.mine.part`, 'mine');
    await put(path, 'after', 'replace');
    expect(readdirSync(folder).sort()).toEqual(['w.npz', `w.npz.${process.ppid}.part`, 'w.npz.mine.part'].sort());
  });

  test('leaves a copy, which is only removed if the file equals it', async () => {
    writeFileSync(path, 'half of what was');
    const copy = `${path}.${dead}.copy`;
    writeFileSync(copy, 'what was there');
    const failure = await put(path, 'after', 'replace').catch((error: unknown) => error);
    expect(reasonOf(failure, english)).toBe(
      `an interrupted write left a copy of it in ${copy}; compare the two and delete the copy`,
    );
    expect([readFileSync(path, 'utf8'), readFileSync(copy, 'utf8')]).toEqual(['half of what was', 'what was there']);
    writeFileSync(path, 'what was there');
    await put(path, 'after', 'replace');
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['w.npz'], 'after']);
  });
});

test('says that the folder is missing, not the file', async () => {
  await expect(createFile(join(folder, 'nowhere', 'w.npz'), 'keep')).rejects.toMatchObject({ code: 'ENOFOLDER' });
  writeFileSync(join(folder, 'file'), '');
  await expect(createFile(join(folder, 'file', 'w.npz'), 'keep')).rejects.toMatchObject({ code: 'ENOFOLDER' });
});
