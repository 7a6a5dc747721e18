/** The reference data that may be beside the repository: Caffe's own answers. Users do not have it. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder `../shared`, or undefined if it does not exist. */
export const shared: string | undefined = find();

/** For `describe.skipIf`: also logs once why the suite is skipped. */
export function sharedIsAbsent(): boolean {
  if (shared === undefined) console.warn('../shared is absent: what is measured against Caffe itself is skipped');
  return shared === undefined;
}

export function readShared(path: string): string {
  return readFileSync(sharedPath(path), 'utf8');
}

export function sharedHas(path: string): boolean {
  return existsSync(sharedPath(path));
}

/** The objects of a JSON Lines file. */
export function readSharedLines(path: string): readonly unknown[] {
  return readShared(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

function sharedPath(path: string): string {
  if (shared === undefined) throw new Error('../shared is absent');
  return resolve(shared, path);
}

function find(): string | undefined {
  const folder = resolve(process.cwd(), '../shared');
  return existsSync(resolve(folder, 'oracle')) ? folder : undefined;
}
