/** Reading files from a disk that may contain anything. */
import { existsSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { nodeIo } from '#cli/node-io';
import { run } from '#cli/dispatch';
import { bytesField, intField, joined, varint } from '#core/wire';
import { english } from '#core/messages/en/index';
import { confined } from '#project/confined';
import { nodeFiles } from '#project/node/files';
import { isNetworkPath, pathsTo, resolve } from '#project/paths';
import { reasonOf } from '#project/reason';
import { PassThrough } from 'node:stream';
import { makeFifo, temporaryFolder } from '../support/system-folder';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

const uriOf = (path: string): string => URI.file(join(folder, path)).toString();

async function reason(reading: Promise<unknown>): Promise<string> {
  return reading.then(
    () => 'none',
    (error: unknown) => reasonOf(error, english),
  );
}

async function check(path: string): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', ''];
  const stream = (): PassThrough => new PassThrough();
  const io = nodeIo({ stdin: stream(), stdout: stream(), stderr: stream(), argv: [], env: {} }, () => expect.fail());
  const status = await run(['check', path], {
    ...io,
    language: english,
    write: async (text) => {
      out += text;
      return true;
    },
    complain: (sentence) => {
      err += sentence;
    },
  });
  return { status, out, err };
}

const notRegular = 'it is not a regular file but a pipe, a device or a socket';
const mean = (path: string): string =>
  `layer { name: "d" type: "Data" top: "d" transform_param { mean_file: "${path}" } data_param { source: "db" batch_size: 2 } }\n`;

describe('reads only regular files', () => {
  test('does not wait for a pipe without a writer', async (context) => {
    if (!makeFifo(join(folder, 'pipe'))) return context.skip();
    expect(await reason(nodeFiles.read(uriOf('pipe'), 100))).toBe(notRegular);
    expect(await reason(nodeFiles.readRange(uriOf('pipe'), 0, 3))).toBe(notRegular);
    symlinkSync('pipe', join(folder, 'link.prototxt'));
    expect(await check(join(folder, 'link.prototxt'))).toEqual({
      status: 2,
      out: '',
      err: `Cannot read ${join(folder, 'link.prototxt')}: ${notRegular}.`,
    });
  });

  test.each([
    'net.prototxt',
    'solver.prototxt',
    'net_deploy.prototxt',
    'own.proto',
    'w.caffemodel',
    'mean.binaryproto',
  ])(
    'rejects a pipe as %s, wherever it is around a net',
    async (name) => {
      if (!makeFifo(join(folder, name))) return;
      const own = name === 'net.prototxt' ? 'other.prototxt' : 'net.prototxt';
      writeFileSync(
        join(folder, own),
        `# prototxt: weights w.caffemodel\n# prototxt: schema=own.proto\n${mean('mean.binaryproto')}`,
      );
      const { out, status } = await check(join(folder, own));
      expect(status).toBe(0);
      const named = ['own.proto', 'w.caffemodel', 'mean.binaryproto'].includes(name);
      expect(out.includes(notRegular)).toBe(named);
      expect(out).toContain('data/unknown-record-shape');
    },
    60_000,
  );

  test.skipIf(!existsSync('/dev/zero'))('rejects an endless device', async () => {
    expect(await reason(nodeFiles.read('file:///dev/zero', 100))).toBe(notRegular);
    writeFileSync(join(folder, 'net.prototxt'), mean('/dev/zero'));
    expect((await check(join(folder, 'net.prototxt'))).out).toContain(`/dev/zero is not read: ${notRegular}`);
  });

  test('rejects a socket', async (context) => {
    const server = createServer();
    const listening = await new Promise<boolean>((done) => {
      server.once('error', () => done(false));
      server.listen(join(folder, 'socket'), () => done(true));
    });
    if (!listening || process.platform === 'win32') return context.skip();
    expect(await reason(nodeFiles.read(uriOf('socket'), 100))).toBe(notRegular);
    await new Promise((done) => server.close(done));
  });

  test('rejects a folder', async () => {
    mkdirSync(join(folder, 'net.prototxt'));
    expect((await check(join(folder, 'net.prototxt'))).err).toBe(
      `Cannot read ${join(folder, 'net.prototxt')}: it is a folder.`,
    );
  });
});

describe('limits the size', () => {
  test('of what is read, whatever size the system reports', async () => {
    writeFileSync(join(folder, 'file'), '12345');
    expect(new TextDecoder().decode(await nodeFiles.read(uriOf('file'), 5))).toBe('12345');
    expect(await reason(nodeFiles.read(uriOf('file'), 4))).toBe('it has more than 4 bytes');
    if (!existsSync('/proc/self/maps')) return;
    expect((await nodeFiles.stat('file:///proc/self/maps')).size).toBe(0);
    expect(await reason(nodeFiles.read('file:///proc/self/maps', 100))).toBe('it has more than 100 bytes');
  });

  test('of a proto to 1 MB, and of a mean file to the necessary part', async () => {
    writeFileSync(join(folder, 'net.prototxt'), `# prototxt: schema=own.proto\n${mean('mean.binaryproto')}`);
    writeFileSync(join(folder, 'own.proto'), '');
    truncateSync(join(folder, 'own.proto'), (1 << 20) + 1);
    // 800 MB of values, none of them on the disk.
    const size = 4 * 3 * 8192 * 8192;
    const head = joined([...[1, 3, 8192, 8192].map((dim, i) => intField(i + 1, dim)), ...bytesField(5, [])]);
    const before = Uint8Array.from([...head.subarray(0, -1), ...varint(size)]);
    writeFileSync(join(folder, 'mean.binaryproto'), before);
    truncateSync(join(folder, 'mean.binaryproto'), before.length + size);
    const { out } = await check(join(folder, 'net.prototxt'));
    expect(out).toContain('own.proto is not read: it has more than 1048576 bytes.');
    expect(out).not.toContain('data/unknown-record-shape');
    truncateSync(join(folder, 'mean.binaryproto'), 2 ** 31);
    expect((await check(join(folder, 'net.prototxt'))).out).toContain(
      'mean.binaryproto is not read: it has more than 2147483647 bytes, the most that Caffe reads.',
    );
  });

  test('of a net to what can be analyzed', async () => {
    writeFileSync(join(folder, 'net.prototxt'), '');
    truncateSync(join(folder, 'net.prototxt'), 2 ** 40);
    expect((await check(join(folder, 'net.prototxt'))).err).toContain('it has more than 25165824 bytes');
  });
});

describe('paths', () => {
  test.each(['//host/share/x', '\\\\host\\share', '/\\host/x', '\\/host'])(
    'detects %s as a path to another computer',
    (path) => {
      expect(isNetworkPath(path)).toBe(true);
      expect(pathsTo(path, 'file:///a/net.prototxt', ['file:///a'])).toEqual([]);
      expect(resolve('file:///a', path)).toBeUndefined();
    },
  );

  test.each([
    ['x', 'file:///a/b/x'],
    ['../x', 'file:///a/x'],
    ['/c/../x', 'file:///x'],
    ['c:\\m\\x', 'file:///c%3A%5Cm%5Cx'],
  ])('resolves %s to %s', (path, uri) => {
    if (path.startsWith('c:') && process.platform === 'win32') return;
    expect(pathsTo(path, 'file:///a/b/net.prototxt', [])[0]).toBe(
      uri.replace('c%3A%5C', '/c%3A%5C').replace('///' + '/', '///'),
    );
  });
});

describe('an untrusted workspace', () => {
  test('has access only to its folders, even through links', async () => {
    mkdirSync(join(folder, 'work/inner'), { recursive: true });
    writeFileSync(join(folder, 'work/inside'), 'inside');
    writeFileSync(join(folder, 'outside'), 'outside');
    mkdirSync(join(folder, 'workshop'));
    symlinkSync('../outside', join(folder, 'work/link'));
    symlinkSync('inside', join(folder, 'work/own'));
    let trusted = false;
    const files = confined(nodeFiles, () => (trusted ? undefined : [uriOf('work')]));
    const reported = 'it is outside the folders of this workspace, which is not trusted';
    const text = async (path: string): Promise<string> => new TextDecoder().decode(await files.read(uriOf(path), 100));
    expect([await text('work/inside'), await text('work/own'), await text('work/inner/../inside')]).toEqual(
      Array(3).fill('inside'),
    );
    for (const path of ['outside', 'work/link', 'work/../outside']) {
      expect(await reason(files.read(uriOf(path), 100))).toBe(reported);
      expect(await reason(files.stat(uriOf(path)))).toBe(reported);
      expect(await reason(files.readRange(uriOf(path), 0, 1))).toBe(reported);
    }
    expect(await reason(files.read(`${uriOf('work')}/..%2Foutside`, 100))).toBe(reported);
    expect([await reason(files.list(uriOf('.'))), await reason(files.list(uriOf('workshop')))]).toEqual([
      reported,
      reported,
    ]);
    trusted = true;
    expect([await text('work/link'), await text('outside')]).toEqual(['outside', 'outside']);
  });
});
