// Serves the installed VS Code on loopback.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run, StepFailed } from './steps.mjs';

const host = '127.0.0.1';
const patience = 30_000;

/** No gallery, so that the editor makes no requests for extensions. */
const env = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

/** Settings without distractions: no welcome page, no prompts, no external requests. */
export const calm = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
  'files.autoSave': 'off',
};

/**
 * Installs the package `vsix` and starts the server on `port` (0: any free one). `data` contains settings and state; existing
 * settings are not changed. `firstSteps`: whether the extension opens its walkthrough. Returns `{origin, log, stop}`.
 */
export async function serveEditor({ editor, data, vsix, port = 0, settings = {}, firstSteps = false }) {
  const settingsFile = join(data, 'data', 'User', 'settings.json');
  mkdirSync(join(data, 'data', 'User'), { recursive: true });
  if (!existsSync(settingsFile)) writeFileSync(settingsFile, `${JSON.stringify({ ...calm, ...settings }, null, 2)}\n`);
  if (vsix !== undefined) installExtension({ editor, data, vsix });
  const child = spawn(
    editor.node,
    [
      ...programOf(editor, data),
      '--host',
      host,
      '--port',
      String(port),
      '--without-connection-token',
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      '--disable-telemetry',
      '--disable-workspace-trust',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, ...(firstSteps ? firstStepsVariable : {}) } },
  );
  let log = '';
  const listening = new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new StepFailed(`VS Code is not up after ${patience / 1000} s\n${log}`)),
      patience,
    );
    child.once('error', reject);
    child.once('exit', (code) => reject(new StepFailed(`VS Code ended with exit code ${code}\n${log}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        log += data;
        const found = /Extension host agent listening on (\d+)/.exec(log);
        if (!found) return;
        clearTimeout(timer);
        resolve(Number(found[1]));
      });
    }
  });
  const stop = () =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill();
    });
  try {
    const origin = `http://${host}:${await listening}`;
    return { origin, ended: new Promise((resolve) => child.once('exit', resolve)), log: () => log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Unpacks the package `vsix` into a folder of `extensions` in `data`. */
export function installExtension({ editor, data, vsix }) {
  run(editor.node, [...programOf(editor, data), '--install-extension', vsix, '--force'], { show: false, env });
}

function programOf({ folder }, data) {
  return [
    join(folder, 'out', 'server-main.js'),
    '--server-data-dir',
    data,
    '--extensions-dir',
    join(data, 'extensions'),
  ];
}

/** Read by `client/node.ts`. */
export const firstStepsVariable = { PROTOTXT_LENS_FIRST_STEPS: '1' };

/** The URL that opens a folder, and optionally a file in it. */
export function addressOf(origin, folder, file) {
  const address = `${origin}/?folder=${pathToFileURL(folder).pathname}`;
  if (file === undefined) return address;
  const opened = `vscode-remote://${new URL(origin).host}${pathToFileURL(file).pathname}`;
  return `${address}&payload=${encodeURIComponent(JSON.stringify([['openFile', opened]]))}`;
}

/** `wanted` if that port is free, else 0, which means any. */
export function freePort(wanted) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(wanted, host, () => probe.close(() => resolve(wanted)));
  });
}
