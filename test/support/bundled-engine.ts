/**
 * The engine as the suites load it that need no build: the modules that tests import, bundled as `npm run build` does it. So a
 * run need not transform a thousand files, and no name that a module imports from another is looked up each time it is used.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const tests = join(root, 'test');
const folder = join(root, '.build', 'engine');

/** `#core/net/state`, for instance. */
const ownModule = /^#((?:core|project|protocol|run|tools|server|webview|site|cli)\/[\w/.-]+)$/;

interface Plugin {
  readonly name: string;
  readonly enforce: 'pre';
  readonly configureVitest: (context: { readonly vitest: { readonly config: { readonly watch: boolean } } }) => void;
  readonly resolveId: (name: string, importer: string | undefined) => string | undefined;
}

/**
 * Tests get the bundled modules; a module that a test loads by its path imports other sources by their paths, too. While files
 * are watched, tests get the sources, so that a change runs those that it concerns.
 */
export function bundledEngine(): Plugin {
  let isWatched = false;
  return {
    name: 'bundled-engine',
    enforce: 'pre',
    configureVitest({ vitest }) {
      isWatched = vitest.config.watch;
    },
    resolveId(name, importer) {
      const path = !isWatched && importer?.startsWith(tests) ? ownModule.exec(name)?.[1] : undefined;
      return path && join(folder, `${path}.js`);
    },
  };
}

/** For `server.deps.external`: what Node loads itself. */
export const bundledFiles = /\/\.build\/engine\//;

/** In ms: a run that began before this one may still load what it needs. */
const longestRun = 3_600_000;

/** Runs before the suites. Files that are right already stay as they are, since another run may be loading them. */
export async function setup(): Promise<void> {
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
    logLevel: 'error',
    write: false,
  });
  for (const { path, text } of outputFiles) write(path, text);
  removeOthers(new Set(outputFiles.map(({ path }) => path)));
}

function modulesOfTests(): string[] {
  const names = filesIn(tests, '.ts')
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/(?:from |import\()'(#[^']+)'/g)])
    .map(([, name = '']) => name);
  return [...new Set(names)].flatMap((name) => {
    const path = ownModule.exec(name)?.[1];
    return path === undefined ? [] : [`${path}.ts`];
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (statSync(path, { throwIfNoEntry: false }) === undefined || readFileSync(path, 'utf8') !== text)
    writeFileSync(path, text);
}

function removeOthers(written: ReadonlySet<string>): void {
  for (const path of filesIn(folder, '.js'))
    if (!written.has(path) && Date.now() - statSync(path).mtimeMs > longestRun) rmSync(path);
}

function filesIn(parent: string, ending: string): readonly string[] {
  return readdirSync(parent, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(parent, name));
}
