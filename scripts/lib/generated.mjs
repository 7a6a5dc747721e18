// Modules that are generated from other files, and kept while those are unchanged.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.mjs';

/**
 * Fills `folder` with `names`, whose texts `make()` returns in this order. The first line of each says what it was made `by`,
 * with a hash of the `inputs`, among them the scripts and the packages that make them. If all of them have it, nothing is done.
 */
export async function generate({ folder, names, by, inputs, make }) {
  const out = join(root, folder);
  const hash = createHash('sha256');
  for (const path of inputs)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  const first = `// ${by}: ${hash.digest('hex').slice(0, 16)}\n`;
  mkdirSync(out, { recursive: true });
  // Modules of earlier versions would still be compiled.
  for (const name of readdirSync(out)) if (name.endsWith('.ts') && !names.includes(name)) rmSync(join(out, name));
  if (names.every((name) => existsSync(join(out, name)) && readFileSync(join(out, name), 'utf8').startsWith(first)))
    return;
  const texts = await make();
  for (const [i, name] of names.entries()) {
    // Whole or not at all, also where two processes write it.
    const unfinished = join(out, `.${name}.${process.pid}`);
    writeFileSync(unfinished, first + texts[i]);
    renameSync(unfinished, join(out, name));
  }
}
