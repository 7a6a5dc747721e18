/** The file system of a Node process. */
import { constants, type Stats } from 'node:fs';
import { open, readdir, realpath, stat, type FileHandle } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import { failure, notRegular, tooLarge, type Files, type FileStat } from '../files';

/** Without O_NONBLOCK, opening a pipe waits until it has a writer. Windows has neither such pipes nor the flag. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const pieceLength = 1 << 18;

export const nodeFiles: Files = {
  read: (uri, limit) => withRegular(uri, (file) => wholeOf(file, uri, limit)),
  readRange: (uri, start, end) =>
    withRegular(uri, async (file) => {
      const bytes = new Uint8Array(end - start);
      let length = 0;
      while (length < bytes.length) {
        const { bytesRead } = await file.read(bytes, length, bytes.length - length, start + length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return bytes.subarray(0, length);
    }),
  stat: async (uri) => {
    const facts = await stat(pathOf(uri));
    return { size: facts.size, kind: kindOf(facts) };
  },
  list: (uri) => readdir(pathOf(uri)),
  resolve: async (uri) => URI.file(await realpath(pathOf(uri))).toString(),
};

export function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') throw failure('ENOTFILE', uri);
  return parsed.fsPath;
}

/**
 * Checks the kind twice: before opening, because opening a device may have effects, and after, because the path may have been
 * replaced in between.
 */
async function withRegular<Result>(uri: string, use: (file: FileHandle) => Promise<Result>): Promise<Result> {
  const path = pathOf(uri);
  checkKind(await stat(path), path);
  const file = await open(path, readOnly);
  try {
    checkKind(await file.stat(), path);
    return await use(file);
  } finally {
    await file.close();
  }
}

/** Reads to the end, whatever size the system reports: a file may grow, and those in `/proc` have size 0. */
async function wholeOf(file: FileHandle, path: string, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  if ((await file.stat()).size > limit) throw failure(tooLarge, path, { limit });
  for (;;) {
    const { bytesRead, buffer } = await file.read(new Uint8Array(pieceLength), 0, pieceLength, null);
    if (bytesRead === 0) return Buffer.concat(pieces);
    length += bytesRead;
    if (length > limit) throw failure(tooLarge, path, { limit });
    pieces.push(buffer.subarray(0, bytesRead));
  }
}

function checkKind(facts: Stats, path: string): void {
  const kind = kindOf(facts);
  if (kind !== 'file') throw failure(kind === 'folder' ? 'EISDIR' : notRegular, path);
}

function kindOf(facts: Stats): FileStat['kind'] {
  return facts.isFile() ? 'file' : facts.isDirectory() ? 'folder' : 'other';
}
