/** The system's folders for tests of files: in memory if possible, and small enough to fill up. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In memory if the system has such a folder, which makes syncing fast. */
export function temporaryFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'prototxt-lens-'));
}

/** False if the system has no pipes. */
export function makeFifo(path: string): boolean {
  return spawnSync('mkfifo', [path]).status === 0;
}

/** Mounts a disk of `size` bytes at a path, and returns how to remove it; undefined without permission. */
export function smallDisk(path: string, size: number): (() => void) | undefined {
  mkdirSync(path);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]).status === 0)
    return () => void spawnSync('umount', [path]);
  rmSync(path, { recursive: true });
  return undefined;
}
