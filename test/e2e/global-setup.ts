/** Serves a real VS Code with the packaged extension, on a folder made for the tests. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { chromium } from '../../scripts/lib/chromium.mjs';
import { installEditor, type Editor } from '../../scripts/lib/editor.mjs';
import { installExtension, serveEditor } from '../../scripts/lib/editor-server.mjs';
import { installWebEditor, serveWebEditor } from '../../scripts/lib/web-editor.mjs';
import { root, vsix } from '../../scripts/lib/steps.mjs';
import { writeNets } from './nets';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly seat: Seat;
    /** VS Code for the web, on an in-memory copy of such a folder. */
    readonly webOrigin: string;
    /** The extension's files, unpacked by the editor. */
    readonly unpacked: string;
    /** The path of the Chromium to drive. */
    readonly chromium: string;
  }
}

/** An editor and a folder that test files use one after another. */
export interface Seat {
  /** The origin of the served editor, e.g. `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** The opened folder: a copy of `examples`, and the nets of `nets.ts`. */
  readonly folder: string;
  /** The user settings of the editor, see `put-back.ts`. */
  readonly settingsFile: string;
}

interface Served {
  readonly stop: () => Promise<void>;
}

/** Settings for reproducible pictures, without animations. */
const settings = {
  'window.autoDetectColorScheme': true,
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'editor.hover.delay': 100,
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'git.enabled': false,
  // A list of extensions over all editors would keep them from being closed.
  'workbench.editor.useModal': 'off',
};

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(vsix))
    throw new Error('There is no package to test: run `npm run package` first, or `npm test -- e2e`.');
  project.provide('chromium', chromium());
  const editor = installEditor();
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'prototxt-lens-')));
  const folder = netsIn(home);
  const data = join(home, 'editor');
  const isOwn = project.name === 'e2e-own';
  // In windows of their own, the extension runs in the browser.
  const served = await serveEditor({ editor, data, settings, ...(!isOwn && { vsix }) });
  const settingsFile = join(data, 'data', 'User', 'settings.json');
  project.provide('seat', { origin: served.origin, folder, settingsFile });
  const more = isOwn ? [await serveWeb(project, editor, home)] : [];
  return async () => {
    await Promise.all([served, ...more].map(({ stop }) => stop()));
    removeIfFree(home);
  };
}

/** VS Code for the web, with the unpacked extension. */
async function serveWeb(project: TestProject, editor: Editor, home: string): Promise<Served> {
  const unpacking = join(home, 'unpacked');
  installExtension({ editor, data: unpacking, vsix });
  const extension = unpackedIn(join(unpacking, 'extensions'));
  // It reads the whole folder, so it gets one to which no test writes.
  const folder = netsIn(join(home, 'web'));
  const web = await serveWebEditor({ editor: installWebEditor(), extension, folder, settings });
  project.provide('unpacked', extension);
  project.provide('webOrigin', web.origin);
  return web;
}

/** A copy of `examples`, and the nets of `nets.ts`. */
function netsIn(home: string): string {
  const folder = join(home, 'nets');
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'examples'), folder, { recursive: true });
  writeNets(folder);
  return folder;
}

function unpackedIn(extensions: string): string {
  const name = readdirSync(extensions).find((entry) => entry.startsWith('prototxt-lens.'));
  if (name === undefined) throw new Error(`The package was not unpacked in ${extensions}`);
  return join(extensions, name);
}

/** A process that is still exiting may write to its log; then the folder is left in the system's temporary folder. */
function removeIfFree(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  } catch (error) {
    process.stderr.write(`${folder} stays: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
