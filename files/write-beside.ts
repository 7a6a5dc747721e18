/** Files that come to be under their own name only once they are whole. */
import { unlinkSync } from 'node:fs';
import { open, realpath, rename, stat, unlink, type FileHandle } from 'node:fs/promises';

export interface Sink {
  /** Takes a copy of few bytes; many are on the disk when it resolves. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** The file is whole: it takes its name, in place of what had it. */
  readonly commit: () => Promise<void>;
  /** Nothing is left of it. */
  readonly abandon: () => Promise<void>;
}

/**
 * Rejects, as `fs` does, where there can't be such a file, and with EEXIST where there is one and `existing` is to be kept.
 * A device or a pipe is written as it is.
 */
export async function writeBeside(path: string, existing: 'keep' | 'replace'): Promise<Sink> {
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isFile() && !found.isDirectory()) return inPlace(await open(path, 'w'));
  if (found && existing === 'keep') throw failure('EEXIST', path);
  if (found?.isDirectory()) throw failure('EISDIR', path);
  // Behind a symbolic link, what it points to is replaced, not the link.
  const target = found ? await realpath(path) : path;
  const beside = `${target}.${process.pid}.part`;
  const file = await open(beside, 'wx', found?.mode);
  const onExit = (): void => unlinkSync(beside);
  process.once('exit', onExit);
  const { write, flush } = buffered(file);
  const end = async (then: () => Promise<void>): Promise<void> => {
    await file.close();
    await then();
    process.off('exit', onExit);
  };
  return {
    write,
    commit: async () => {
      await flush();
      if (existing === 'keep' && (await stat(target).catch(() => undefined))) throw failure('EEXIST', path);
      await end(() => rename(beside, target));
    },
    abandon: () => end(() => unlink(beside)),
  };
}

const bufferLength = 1 << 18;

function buffered(file: FileHandle): { readonly write: Sink['write']; readonly flush: () => Promise<void> } {
  const buffer = new Uint8Array(bufferLength);
  let length = 0;
  const flush = async (): Promise<void> => {
    await writeAll(file, buffer.subarray(0, length));
    length = 0;
  };
  return {
    flush,
    write: async (bytes) => {
      if (length + bytes.length > buffer.length) await flush();
      if (bytes.length > buffer.length) return writeAll(file, bytes);
      buffer.set(bytes, length);
      length += bytes.length;
    },
  };
}

/** A full disk takes some bytes before it says so. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

function inPlace(file: FileHandle): Sink {
  const { write, flush } = buffered(file);
  return { write, commit: () => flush().then(() => file.close()), abandon: () => file.close() };
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
