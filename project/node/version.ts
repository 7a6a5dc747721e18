/** The version of a running program of this package, and the files shipped with it. */
import { readFileSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The version in the nearest package.json above the program; undefined if none is this package's. */
export function versionBeside(program: string): string | undefined {
  for (let folder = dirname(realpathSync(program)); ; folder = dirname(folder)) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (manifest.name === 'prototxt-lens') return manifest.version;
    } catch {
      // No manifest in this folder.
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/** The path of a file, given relative to the program's own folder: `dist/cli/main.cjs`, `dist/run/worker-node.mjs`. */
export function besideProgram(program: string, path: string): string {
  return join(dirname(realpathSync(program)), path);
}

/** The bytes of such a file. */
export function partBeside(program: string, path: string): Promise<Uint8Array> {
  return readFile(besideProgram(program, path));
}
