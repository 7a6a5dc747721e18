// A real VS Code from the npm registry: installs the package code-server, and uses only the VS Code server inside it.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { current, older } from '../editor-versions.mjs';
import { npm, root, say, StepFailed } from './steps.mjs';

/** Where the editor and what it keeps lie. */
export const editorHome = join(root, '.vscode-try');

/** Parts of the package that are of no use here and slow its start: assistants, other systems' binaries, source maps. */
const unused = [
  'extensions/copilot', 'extensions/mermaid-markdown-features', 'extensions/microsoft-authentication', 'extensions/ms-vscode.js-debug',
  'extensions/ms-vscode.js-debug-companion', 'extensions/ms-vscode.vscode-js-profile-table', 'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk', 'node_modules/@vscode/windows-process-tree',
];

/** `{folder, node, vscode}`: the server's folder, the Node that runs it, its version. Installs it once; later calls only look. */
export function installEditor() {
  const plan = planFor(process.platform, process.arch, Number(process.versions.node.split('.')[0]));
  const home = join(editorHome, `editor-${plan.codeServer}`);
  const folder = join(home, 'node_modules', 'code-server', 'lib', 'vscode');
  const node = plan.nodePackage === undefined ? process.execPath : join(home, 'node_modules', plan.nodePackage, 'bin', 'node');
  const wanted = JSON.stringify({ ...plan, platform: process.platform, arch: process.arch });
  const stamp = join(home, 'installed.json');
  const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node);
  if (!installed) {
    say(`Installing VS Code ${plan.vscode} from npm into .vscode-try (once; a download of about ${plan.megabytes} MB) …`);
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    installPackages(home, plan);
    installServerPackages(folder, node);
    trim(folder);
    copyFileSync(join(root, 'scripts', 'lib', 'plain-log.cjs'), join(folder, 'node_modules', '@vscode', 'spdlog', 'index.js'));
    writeFileSync(stamp, wanted);
  }
  return { folder, node, vscode: plan.vscode };
}

/** Which VS Code runs here, and on which Node. */
export function planFor(platform, arch, nodeMajor) {
  const here = `${platform}-${arch}`;
  if (nodeMajor === current.nodeMajor) return { ...current, megabytes: 200 };
  if (current.nodePackages.includes(here)) return { ...current, nodePackage: `node-${here}`, megabytes: 250 };
  if (nodeMajor === older.nodeMajor) return { ...older, megabytes: 83 };
  throw new StepFailed(
    `There is no VS Code for ${here} with Node ${nodeMajor} on npm. Install Node ${current.nodeMajor} or ${older.nodeMajor}, ` +
    'or the desktop VS Code with its `code` command on the PATH (in VS Code: "Shell Command: Install \'code\' command in PATH").',
  );
}

/** The project's own manifest can't hold code-server: its install scripts compile what is not needed, and fail where they can't. */
function installPackages(home, { codeServer, nodePackage, node }) {
  const dependencies = { 'code-server': codeServer, ...(nodePackage && { [nodePackage]: node }) };
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, name: 'vscode-to-try', dependencies }, null, 2));
  npm(['install', '--ignore-scripts', '--no-package-lock'], { cwd: home, show: false });
}

/** The server's own packages come in the versions of its npm-shrinkwrap.json, which `npm ci` refuses as incomplete. */
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
