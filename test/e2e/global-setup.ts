/** Serves a real VS Code with the packaged extension, on a folder made for the tests. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { chromium } from '../../scripts/lib/chromium.mjs';
import { installEditor, type Editor } from '../../scripts/lib/editor.mjs';
import { serveEditor } from '../../scripts/lib/editor-server.mjs';
import { installWebEditor, serveWebEditor } from '../../scripts/lib/web-editor.mjs';
import { root, vsix } from '../../scripts/lib/steps.mjs';
import { writeNets } from './nets';

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for each test file that runs at the same time, see `seat.ts`. */
    readonly seats: readonly Seat[];
    /** The origin of an editor without the extension. */
    readonly bareOrigin: string;
    /** VS Code for the web, on an in-memory copy of such a folder. */
    readonly webOrigin: string;
    /** The extension's files, unpacked by the first editor. */
    readonly unpacked: string;
    /** The path of the Chromium to drive. */
    readonly chromium: string;
  }
}

/** Editors and a folder that test files use one after another. */
export interface Seat {
  /** The origin of the served editor, e.g. `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** The opened folder: a copy of `examples`, and the nets of `nets.ts`. */
  readonly folder: string;
  /** The user settings of the first editor, see `put-back.ts`. */
  readonly settingsFile: string;
}

interface Served {
  readonly seat: Seat;
  readonly data: string;
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
  const program = chromium();
  const editor = installEditor();
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'prototxt-lens-')));
  const served = await Promise.all(
    Array.from({ length: project.config.maxWorkers }, (_, i) => serveSeat(editor, join(home, String(i)))),
  );
  const seats = served.map(({ seat }) => seat);
  const bare = await serveEditor({ editor, data: join(home, 'bare-editor'), settings });
  const unpacked = unpackedIn(join(served[0]?.data ?? '', 'extensions'));
  // It reads the whole folder, so it gets one to which no test writes.
  const folder = netsIn(join(home, 'web'));
  const web = await serveWebEditor({ editor: installWebEditor(), extension: unpacked, folder, settings });
  project.provide('seats', seats);
  project.provide('bareOrigin', bare.origin);
  project.provide('webOrigin', web.origin);
  project.provide('unpacked', unpacked);
  project.provide('chromium', program);
  return async () => {
    await Promise.all([...served, bare, web].map(({ stop }) => stop()));
    removeIfFree(home);
  };
}

async function serveSeat(editor: Editor, home: string): Promise<Served> {
  const folder = netsIn(home);
  const data = join(home, 'editor');
  const server = await serveEditor({ editor, data, vsix, settings });
  return {
    seat: {
      origin: server.origin,
      folder,
      settingsFile: join(data, 'data', 'User', 'settings.json'),
    },
    data,
    stop: server.stop,
  };
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
