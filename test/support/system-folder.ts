/** Folders of the system for tests of files: in memory where it has such, and small enough to be full. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In memory where the system has that: what is synced is not waited for. */
export function temporaryFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'prototxt-lens-'));
}

/** False where the system has no such thing. */
export function makeFifo(path: string): boolean {
  return spawnSync('mkfifo', [path]).status === 0;
}

/** A disk of so many bytes at a path, and how it is taken away; undefined where that is not allowed. */
export function smallDisk(path: string, size: number): (() => void) | undefined {
  mkdirSync(path);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]).status === 0)
    return () => void spawnSync('umount', [path]);
  rmSync(path, { recursive: true });
  return undefined;
}
