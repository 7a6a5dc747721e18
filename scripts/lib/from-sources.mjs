// Modules of the current sources, for scripts that run without the build.
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './steps.mjs';

/**
 * What `contents` exports, whose imports are relative to the project, and the file that it is bundled into, .build/NAME.mjs.
 * Rejects after esbuild has printed the errors.
 */
export async function fromSources(name, contents) {
  const outfile = join(root, '.build', `${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    external: ['onnxruntime-web'],
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    absWorkingDir: root,
    outfile,
    logLevel: 'warning',
  });
  return { module: await import(pathToFileURL(outfile).href), outfile };
}

/** The same for a script of its own: ends the process if esbuild has found errors, and shows places in the sources. */
export async function runnerFrom(name, contents) {
  process.setSourceMapsEnabled(true);
  return fromSources(name, contents).catch(() => process.exit(1));
}
