// `npm run web`: the page on the web, in dist/web: static files for any server, also in a folder of a site.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { argumentsOf } from './lib/options.mjs';
import { buildBundles, ensureInstalled, main, root, say } from './lib/steps.mjs';

const out = join(root, 'dist', 'web');

/** Those of the extension, in the order of the tabs. */
const pages = ['net', 'weights', 'signal', 'run'];

/** Fetched when a net is run for the first time. */
const later = ['worker-browser.js', 'ort-wasm-simd-threaded.wasm', 'libjpegturbowasm_decode.wasm'].map(
  (name) => `runtime/${name}`,
);

/** `bundled`: the bundles have just been built, for production. */
export async function buildSite({ bundled = false } = {}) {
  if (!bundled) buildBundles('--production');
  // A package, which a bare clone does not have before it is set up.
  const { problemPage } = await import('./lib/site-pages.mjs');
  rmSync(out, { recursive: true, force: true });
  cpSync(join(root, 'dist', 'site'), out, { recursive: true });
  copy('site/index.html', 'index.html');
  copy('site/theme.css', 'theme.css');
  copy('site/problems.css', 'problems.css');
  copy('media/icon.png', 'icon.png');
  copy('dist/server/browser.js', 'server.js');
  copy('dist/NOTICES.txt', 'NOTICES.txt');
  for (const file of later) copy(file.replace('runtime', 'dist/run'), file);
  for (const name of pages) writePage(name);
  for (const file of readdirSync(join(root, 'docs/problems'))) {
    const family = file.replace(/\.md$/, '');
    write(`problems/${family}.html`, problemPage(readFileSync(join(root, 'docs/problems', file), 'utf8')));
  }
  writeFiles();
}

/** A page of the extension in a document of its own, with what VS Code would give it (`site/frame.ts`). */
function writePage(name) {
  const folder = join('dist/webview', name);
  for (const file of ['main.js', 'main.css']) copy(join(folder, file), `${name}/${file}`);
  const hasWorker = readdirSync(join(root, folder)).includes('worker.js');
  const worker = hasWorker ? readFileSync(join(root, folder, 'worker.js'), 'utf8') : '';
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    'worker-src blob:',
    'img-src data:',
    "base-uri 'none'",
  ].join('; ');
  write(
    `${name}.html`,
    `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<link rel="stylesheet" href="theme.css">
<link rel="stylesheet" href="${name}/main.css">
</head>
<body data-page="${name}">
<script src="begin.js"></script>
<script src="frame.js"></script>
<script type="text/plain" id="worker">${worker.replaceAll(/<(\/script|!--)/gi, '<\\$1')}</script>
<script src="${name}/main.js"></script>
</body>
</html>
`,
  );
}

/** What the service worker keeps (`site/offline-worker.ts`): the version changes with the content of any file. */
function writeFiles() {
  const first = filesIn('.').filter((path) => !later.includes(path) && path !== 'offline-worker.js');
  const files = {
    version: hashOf(...first, 'offline-worker.js'),
    first: first.map((path) => (path === 'index.html' ? '' : path)),
    later: Object.fromEntries(later.map((path) => [path, hashOf(path)])),
  };
  write('files.js', `self.siteFiles = ${JSON.stringify(files)};\n`);
}

function hashOf(...paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(out, path)));
  return hash.digest('hex').slice(0, 16);
}

function filesIn(folder) {
  return readdirSync(join(out, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(path) : [path];
    })
    .sort();
}

function copy(from, to) {
  const target = join(out, to);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(root, from), target);
}

function write(path, text) {
  const target = join(out, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** By part, in kB: as it is, and by gzip, which every server has. */
function sizes() {
  const parts = {
    'the page': (path) => !path.includes('/') && !/^(server\.js|\w+\.html|NOTICES\.txt)$/.test(path),
    'the server': (path) => path === 'server.js',
    ...Object.fromEntries(
      pages.map((name) => [name, (path) => path === `${name}.html` || path.startsWith(`${name}/`)]),
    ),
    'pages of problems': (path) => path.startsWith('problems/'),
    'for a run': (path) => path.startsWith('runtime/'),
  };
  const kB = (bytes) => `${Math.round(bytes / 1000)}`.padStart(7);
  return Object.entries(parts).map(([name, isPart]) => {
    const texts = filesIn('.')
      .filter(isPart)
      .map((path) => readFileSync(join(out, path)));
    const sum = (measure) => kB(texts.reduce((total, bytes) => total + measure(bytes), 0));
    return name.padEnd(18) + sum((bytes) => bytes.length) + sum((bytes) => gzipSync(bytes).length);
  });
}

if (process.argv[1] === import.meta.filename) {
  argumentsOf('npm run web: builds the page on the web in dist/web, and prints the sizes of its parts.');
  await main(async () => {
    ensureInstalled();
    await buildSite();
    say(`dist/web: ${filesIn('.').length} files`);
    say(`${'kB'.padEnd(18)}${['plain', 'gzip'].map((name) => name.padStart(7)).join('')}`);
    for (const line of sizes()) say(line);
  });
}
