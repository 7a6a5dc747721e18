// The engine as the suites load it that need no build: the modules that tests import, bundled as `npm run build` does it. So a
// run need not transform a thousand files, and no name that a module imports from another is looked up each time it is used.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './steps.mjs';

// With slashes on Windows, too: as Vite writes paths.
const [tests, folder] = ['test', '.build/engine'].map((name) => join(root, name).replaceAll('\\', '/'));

/** `#core/net/state`, for instance. */
const ownModule = /^#((?:core|project|protocol|run|tools|server|webview|site|cli)\/[\w/.-]+)$/;

export function bundledEngine() {
  let isWatched = false;
  return {
    name: 'bundled-engine',
    enforce: 'pre',
    configureVitest({ vitest }) {
      isWatched = vitest.config.watch;
    },
    resolveId(name, importer) {
      const path = !isWatched && importer?.startsWith(tests) ? ownModule.exec(name)?.[1] : undefined;
      return path && `${folder}/${path}.js`;
    },
  };
}

export const bundledFiles = /\/\.build\/engine\//;

/** In ms: a run that began before this one may still load what it needs. */
const longestRun = 3_600_000;

export async function setup() {
  const { outputFiles } = await build({
    entryPoints: modulesOfTests(),
    absWorkingDir: root,
    outdir: folder,
    outbase: root,
    bundle: true,
    // What several modules import is loaded once.
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'error',
    write: false,
  });
  for (const { path, text } of outputFiles) write(path, text);
  removeOthers(new Set(outputFiles.map(({ path }) => join(path))));
}

function modulesOfTests() {
  const names = filesIn(tests, '.ts')
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/(?:from |import\()'(#[^']+)'/g)])
    .map(([, name]) => name);
  return [...new Set(names)].flatMap((name) => {
    const path = ownModule.exec(name)?.[1];
    return path === undefined ? [] : [`${path}.ts`];
  });
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  if (statSync(path, { throwIfNoEntry: false }) === undefined || readFileSync(path, 'utf8') !== text)
    writeFileSync(path, text);
}

function removeOthers(written) {
  for (const path of filesIn(folder, '.js'))
    if (!written.has(path) && Date.now() - statSync(path).mtimeMs > longestRun) rmSync(path);
}

function filesIn(parent, ending) {
  return readdirSync(parent, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(parent, name));
}
