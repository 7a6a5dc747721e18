// `npm run build`: compiles the schemas and the engine, then bundles into dist. Options: --production (minified, no source maps, licence notices), --quiet.
import { build } from 'esbuild';
import { chmodSync, copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileEngine } from './scripts/compile-engine.mjs';
import { compileSchemas } from './scripts/compile-schemas.mjs';
import { noticesOf } from './scripts/lib/notices.mjs';

process.chdir(fileURLToPath(new URL('.', import.meta.url)));

const node = { platform: 'node', target: 'node20' };
const browser = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
const shebang = { banner: { js: '#!/usr/bin/env node' } };

/** The panels' pages: folders of `webview`, each with a `main.ts` and optionally a `worker.ts`. */
const pages = ['model', 'net', 'run', 'signal', 'weights'];

/** What is shipped. */
const bundles = [
  {
    entryPoints: { 'client/node': 'client/node.ts' },
    ...node,
    format: 'cjs',
    external: ['vscode'],
    ...apart({ './language-client': './language-client' }),
  },
  {
    entryPoints: { 'client/language-client': 'client/language-client.ts' },
    ...node,
    format: 'cjs',
    external: ['vscode'],
  },
  { entryPoints: { 'client/browser': 'client/browser.ts' }, ...browser, format: 'cjs', external: ['vscode'] },
  {
    entryPoints: { 'server/node': 'server/start.ts' },
    ...node,
    format: 'cjs',
    ...shebang,
    ...apart({ './node': './process', './worker-node': './worker' }),
  },
  {
    entryPoints: { 'server/process': 'server/node.ts', 'server/worker': 'server/worker-node.ts' },
    ...node,
    format: 'cjs',
  },
  // The decoder of JPEGs asks for these in Node alone.
  { entryPoints: { 'server/browser': 'server/browser.ts' }, ...browser, format: 'iife', external: ['fs', 'path'] },
  {
    entryPoints: { 'cli/main': 'cli/start.ts' },
    ...node,
    format: 'cjs',
    ...shebang,
    ...apart({ './main': './program' }),
  },
  {
    entryPoints: { 'cli/program': 'cli/main.ts' },
    ...node,
    format: 'cjs',
    ...apart({ './mcp-server': './mcp-server' }),
  },
  { entryPoints: { 'cli/mcp-server': 'cli/mcp-server.ts' }, ...node, format: 'cjs' },
  { entryPoints: { 'run/worker-node': 'run/worker-node.ts' }, ...node, format: 'esm', outExtension: { '.js': '.mjs' } },
  {
    entryPoints: { 'run/worker-browser': 'run/worker-browser.ts' },
    ...browser,
    conditions: ['import', 'browser'],
    define: { 'import.meta.url': '"https://localhost/"' },
    format: 'iife',
  },
  { entryPoints: entriesOf(pages), ...browser, format: 'iife' },
  { entryPoints: { 'core/index': 'core/index.ts' }, platform: 'neutral', target: 'es2022', format: 'esm' },
  { entryPoints: scriptsOfSite(), ...browser, format: 'iife', loader: { '.prototxt': 'text' } },
];
const folders = ['client', 'server', 'webview', 'cli', 'core', 'run', 'site'];
const programs = ['dist/server/node.cjs', 'dist/cli/main.cjs'];

const production = process.argv.includes('--production');
const quiet = process.argv.includes('--quiet');

try {
  await compileSchemas();
  await compileEngine();
  for (const folder of folders) rmSync(join('dist', folder), { recursive: true, force: true });
  const results = await Promise.all(bundles.map(bundle));
  for (const program of programs) chmodSync(program, 0o755);
  copyFileSync('node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm', 'dist/run/ort-wasm-simd-threaded.wasm');
  copyFileSync(
    'node_modules/@cornerstonejs/codec-libjpeg-turbo-8bit/dist/libjpegturbowasm_decode.wasm',
    'dist/run/libjpegturbowasm_decode.wasm',
  );
  // VS Code for the web appends `.js` to names without it; newer versions do not.
  copyFileSync('dist/client/browser.cjs', 'dist/client/browser.cjs.js');
  if (production)
    writeFileSync('dist/NOTICES.txt', noticesOf(results.flatMap(({ metafile }) => Object.keys(metafile.inputs))));
} catch (error) {
  // esbuild has printed its errors; others are printed here.
  if (!('errors' in error)) console.error(error);
  process.exit(1);
}

/** What a bundle loads with `import('…')` from bundles beside it, by `require`, which is the one that finds `vscode`. */
function apart(files) {
  const plugin = {
    name: 'apart',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\.\// }, (found) =>
        found.kind === 'dynamic-import' && files[found.path]
          ? { path: `${files[found.path]}.cjs`, external: true }
          : undefined,
      ),
  };
  return { supported: { 'dynamic-import': false }, plugins: [plugin] };
}

function entriesOf(names) {
  const files = names.flatMap((name) => ['main', 'worker'].map((part) => `webview/${name}/${part}`));
  return Object.fromEntries(files.filter((file) => existsSync(`${file}.ts`)).map((file) => [file, `${file}.ts`]));
}

/** The page on the web; `npm run web` puts it together with the bundles that it shares with the extension. */
function scriptsOfSite() {
  const names = ['main', 'start', 'begin', 'frame', 'offline-worker'];
  return Object.fromEntries(names.map((name) => [`site/${name}`, `site/${name}.ts`]));
}

function bundle({ format, ...options }) {
  return build({
    outExtension: { '.js': format === 'cjs' ? '.cjs' : '.js' },
    ...options,
    format,
    bundle: true,
    outdir: 'dist',
    minify: production,
    sourcemap: production ? false : 'linked',
    metafile: true,
    legalComments: 'none',
    logLevel: quiet ? 'warning' : 'info',
  });
}
