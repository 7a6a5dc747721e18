/**
 * The only way to write files: completely or not at all, even if the process is killed or the disk is full. A file is written
 * next to its destination, synced and renamed; it keeps its mode and owner, and a symbolic link stays one.
 */
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { lstat, open, readdir, readlink, realpath, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { constants as osConstants } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import {
  changedMeanwhile,
  copyLeft,
  failure,
  isMissing,
  noFolder,
  notRegular,
  type Existing,
  type Sink,
} from '../files';

/**
 * Starts writing a file. Rejects as `fs` does if the file can't be created, and as `existing` says. A device or pipe is written
 * to directly, but rejected if `existing` is bytes.
 */
export async function createFile(path: string, existing: Existing): Promise<Sink> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) throw failure('EISDIR', path);
  if (found && !found.isFile()) {
    if (existing instanceof Uint8Array) throw failure(notRegular, path);
    return onDevice(await open(path, 'w'));
  }
  if (found && existing === 'keep') throw failure('EEXIST', path);
  const target = await targetOf(path);
  const names = namesBeside(target);
  await clearLeftovers(target, names);
  const { file, finish } = await create(names.part);
  const { write, flush } = buffered(file);
  const end = async (then: () => Promise<void>): Promise<void> => {
    await file.close();
    await then();
    finish();
  };
  return {
    write,
    commit: async () => {
      await flush();
      const renames = !found || (found.nlink === 1 && (await takeOver(file, found)));
      await file.sync();
      await checkExisting(target, path, existing);
      await end(async () => {
        if (renames) await rename(names.part, target);
        else overwrite(target, names);
        if (!renames) await unlink(names.part);
        await syncFolder(dirname(target));
      });
    },
    abandon: () => end(() => unlink(names.part)),
  };
}

/** What is being written, which is removed where the process ends before it is whole. Two writers may name the same file. */
const unfinished = new Set<{ readonly part: string }>();
const fatal = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Only as long as a file is written a signal is handled, between its parts; at all other times it ends the process as the system
 * does, whatever is being computed. Signals are handled before there is a file, which is created at once: with `open`, it would
 * exist some time before that is known here.
 */
async function create(part: string): Promise<{ readonly file: FileHandle; readonly finish: () => void }> {
  const finish = begin(part);
  let isCreated = false;
  try {
    closeSync(openSync(part, 'wx', 0o666));
    isCreated = true;
    return { file: await open(part, 'r+'), finish };
  } catch (error) {
    if (isCreated) rmSync(part, { force: true });
    finish();
    throw error;
  }
}

/** Returns what is called once the file is whole, or gone. */
function begin(part: string): () => void {
  const entry = { part };
  if (unfinished.size === 0) {
    process.on('exit', removeUnfinished);
    for (const signal of fatal) process.on(signal, onSignal);
  }
  unfinished.add(entry);
  return () => {
    unfinished.delete(entry);
    if (unfinished.size > 0) return;
    process.off('exit', removeUnfinished);
    for (const signal of fatal) process.off(signal, onSignal);
  };
}

function removeUnfinished(): void {
  for (const { part } of unfinished) rmSync(part, { force: true });
}

function onSignal(signal: NodeJS.Signals): void {
  process.exit(128 + osConstants.signals[signal]);
}

/** What a symbolic link leads to, if there is nothing there yet too: the link is not replaced. */
async function targetOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined) return real;
  const isLink = await lstat(path).then(
    (facts) => facts.isSymbolicLink(),
    () => false,
  );
  return isLink ? resolve(dirname(path), await readlink(path)) : path;
}

interface NamesBeside {
  readonly stem: string;
  /** The file being written. */
  readonly part: string;
  /** A copy of the previous content while the file is overwritten in place. */
  readonly copy: string;
}

/** Longer stems are cut: with its suffix, the name must not exceed the file system's limit. */
const longestStem = 60;

function namesBeside(target: string): NamesBeside {
  const stem = basename(target).slice(0, longestStem);
  const beside = join(dirname(target), `${stem}.${process.pid}`);
  return { stem, part: `${beside}.part`, copy: `${beside}.copy` };
}

/**
 * Removes the unfinished files of processes that were killed. A copy of a file that was being overwritten is removed only if
 * the original still equals it; otherwise it may be the only intact version, and the user has to decide.
 */
async function clearLeftovers(target: string, { stem }: NamesBeside): Promise<void> {
  const left: { readonly path: string; readonly isCopy: boolean }[] = [];
  for (const name of await namesIn(dirname(target))) {
    if (!name.startsWith(stem)) continue;
    const [, pid, kind] = /^\.(\d+)\.(part|copy|copy\.part)$/.exec(name.slice(stem.length)) ?? [];
    const path = join(dirname(target), name);
    if (kind !== undefined && !(await isInUse(Number(pid), path))) left.push({ path, isCopy: kind === 'copy' });
  }
  for (const { path, isCopy } of left) if (!isCopy) await unlink(path);
  for (const { path, isCopy } of left) {
    if (!isCopy) continue;
    if (!readFileSync(path).equals(readFileSync(target))) throw failure(copyLeft, target, { copy: path });
    await unlink(path);
  }
}

/**
 * True if the process still runs. A file with this process's own number but older than this process is left from an earlier
 * one.
 */
async function isInUse(pid: number, path: string): Promise<boolean> {
  if (pid === process.pid) return (await stat(path)).mtimeMs >= performance.timeOrigin;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    throw isMissing(error) ? failure(noFolder, folder) : error;
  }
}

/** Gives the new file the owner and mode of the old one; false without permission. */
async function takeOver(file: FileHandle, { uid, gid, mode }: Stats): Promise<boolean> {
  try {
    const own = await file.stat();
    if (own.uid !== uid || own.gid !== gid) await file.chown(uid, gid);
    await file.chmod(mode & 0o7777);
    return true;
  } catch {
    return false;
  }
}

async function checkExisting(target: string, path: string, existing: Existing): Promise<void> {
  if (existing === 'keep' && (await stat(target).catch(() => undefined))) throw failure('EEXIST', path);
  if (existing instanceof Uint8Array && !(await holds(target, existing))) throw failure(changedMeanwhile, path);
}

async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (!file) return false;
  try {
    const now = Buffer.alloc(bytes.length + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < now.length; length += read)
      read = (await file.read(now, length, now.length - length, length)).bytesRead;
    return length === bytes.length && now.subarray(0, length).equals(bytes);
  } finally {
    await file.close();
  }
}

/**
 * Overwrites in place a file that has other hard links or another owner, since a rename would create a separate file. A copy of
 * the old content exists until this is done. Synchronous, so that no signal is handled in between.
 */
function overwrite(target: string, { part, copy }: NamesBeside): void {
  copyWhole(target, copy);
  try {
    copyInto(target, part);
  } catch (error) {
    copyInto(target, copy);
    unlinkSync(copy);
    throw error;
  }
  unlinkSync(copy);
}

function copyInto(target: string, source: string): void {
  const [from, to] = [openSync(source, 'r'), openSync(target, 'r+')];
  try {
    const buffer = new Uint8Array(bufferLength);
    let at = 0;
    for (let read = -1; read !== 0; at += read) {
      read = readSync(from, buffer, 0, buffer.length, at);
      for (let written = 0; written < read; ) written += writeSync(to, buffer, written, read - written, at + written);
    }
    ftruncateSync(to, at);
    fsyncSync(to);
  } finally {
    closeSync(from);
    closeSync(to);
  }
}

/** The copy gets its name only when it is complete. */
function copyWhole(target: string, copy: string): void {
  const unfinished = `${copy}.part`;
  try {
    copyFileSync(target, unfinished, constants.COPYFILE_EXCL);
    const file = openSync(unfinished, 'r');
    fsyncSync(file);
    closeSync(file);
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Makes the rename itself durable. Not every system can sync a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
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

/** On a full disk, a write may accept some of the bytes before the next one fails. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

function onDevice(file: FileHandle): Sink {
  const { write, flush } = buffered(file);
  return { write, commit: () => flush().then(() => file.close()), abandon: () => file.close() };
}
