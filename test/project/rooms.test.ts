/** Imports point one way, from the later room to the earlier: the rule, and that the linter runs it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { complaint } from '../../scripts/lint/rooms.mjs';

const root = resolve(import.meta.dirname, '../..');

/** What the rule says of one import in a file. */
function complaintOf(file: string, text: string): string | undefined {
  const [, source = ''] = /'([^']+)'/.exec(text) ?? [];
  return complaint(file, source, /^(import|export) type/.test(text) ? 'type' : 'value')?.messageId;
}

test.each([
  ['core/text/parser.ts', "import { bvlcSchema } from '../schema/compiled';"],
  ['core/schema/bind.ts', "import type { Net } from '../net/model';"],
  ['core/net/lower.ts', "import { infer } from '../infer/infer';"],
  ['core/layers/pooling.ts', "import { xavier } from '../fillers/xavier';"],
  ['core/fillers/msra.ts', "import { bvlc } from '../dialects/bvlc';"],
  ['core/infer/infer.ts', "import { bvlc } from '../dialects/bvlc';"],
  ['core/infer/infer.ts', "import { dialect } from '../dialects/dialect';"],
  ['core/net/names.ts', "import { analyze } from '../analysis/analysis';"],
  ['core/problems/table.ts', "import { english } from '../messages/en';"],
  ['core/problems/problem.ts', "import type { Tree } from '../text/tree';"],
  ['core/analysis/analysis.ts', "export * from '../edit/fixes';"],
  ['core/edit/fixes.ts', "import { settings } from '#server/settings';"],
  ['server/settings.ts', "import { run } from '#cli/dispatch';"],
  ['project/solvers.ts', "import { settings } from '#server/settings';"],
  ['core/analysis/references.ts', "import { pathsTo } from '#project/paths';"],
  ['cli/run.ts', "const settings = await import('#server/settings');"],
  ['protocol/net.ts', "import type { Settings } from '#server/settings';"],
  ['webview/weights/main.ts', "import { startServer } from '#server/server';"],
  ['webview/weights/main.ts', "import type { Server } from '../../client/server';"],
  ['client/status.ts', "import { displayState } from '#server/display-state';"],
  ['client/panels/weights.ts', "import { titleOf } from '#webview/weights/format';"],
  ['server/server.ts', "import { host } from '#webview/page';"],
  ['server/settings.ts', "import { inProcess } from '../test/support/session';"],
  ['server/settings.ts', "import { netOf } from '../bench/nets';"],
  ['bench/nets.ts', "import { inProcess } from '../test/support/session';"],
])('rejects in %s: %s', (file, text) => {
  expect(complaintOf(file, text)).toBe('backwards');
});

test.each([
  ['core/text/parser.ts', "import { readFileSync } from 'node:fs';", 'outside'],
  ['core/edit/fixes.ts', "import type { TextEdit } from 'vscode-languageserver';", 'outside'],
  ['core/analysis/analysis.ts', "import type { Uri } from 'vscode';", 'outside'],
  ['server/documents.ts', "import { readFile } from 'node:fs/promises';", 'files'],
  ['server/node.ts', "import { readFile } from 'node:fs/promises';", 'files'],
  ['cli/load.ts', "import { readFileSync } from 'node:fs';", 'files'],
  ['project/surroundings.ts', "import { statSync } from 'node:fs';", 'files'],
  ['server/server.ts', "import { Reader } from 'protobufjs';", 'protobuf'],
  ['core/schema/bind.ts', "import protobuf from 'protobufjs';", 'protobuf'],
  ['core/schema/from-proto.ts', "const { parse } = await import('protobufjs');", 'protobuf'],
])('rejects in %s: %s', (file, text, messageId) => {
  expect(complaintOf(file, text)).toBe(messageId);
});

test.each([
  ['core/schema/bind.ts', "import { parse } from '../text/parser';"],
  ['core/layers/pooling.ts', "import type { LayerRule } from '../net/rules';"],
  ['core/text/parser.ts', "import type { Problem } from '../problems';"],
  ['core/infer/infer.ts', "import type { Dialect } from '../dialects/dialect';"],
  ['core/edit/fixes.ts', "import type { Analysis } from '../analysis/analysis';"],
  ['core/weights/draw.ts', "import { mt19937 } from '../random/mt19937';"],
  ['project/node/files.ts', "import { readFile } from 'node:fs/promises';"],
  ['cli/survey.ts', "import { createLook } from '#project/surroundings';"],
  ['cli/check.ts', "import { analyze } from '#core/analysis/analysis';"],
  ['webview/weights/worker.ts', "import { drawBlobs } from '#core/weights/draw';"],
  ['webview/weights/main.ts', "import type { WeightsAnswer } from '#protocol/weights';"],
  ['server/handlers/panels.ts', "import type { DocumentRequests } from '#protocol/requests';"],
  ['bench/layout.ts', "import { layoutOf } from '#webview/net/layout';"],
  ['test/project/rooms.test.ts', "import { oneWay } from '../../scripts/lint/rooms.mjs';"],
])('accepts in %s: %s', (file, text) => {
  expect(complaintOf(file, text)).toBeUndefined();
});

test('the linter runs the rule, on every kind of import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prototxt-lens-rooms-'));
  const files = {
    'core/text/parser.ts': "import { bind } from '../schema/bind';\nbind();\n",
    'core/schema/bind.ts': "export type { Net } from '../net/model';\n",
    'core/net/names.ts': "export * from '../infer/infer';\n",
    'core/layers/pooling.ts': "export const fill = () => import('../infer/infer');\n",
    'protocol/net.ts': "export type Settings = import('#server/settings').Settings;\n",
    'server/settings.ts': "import { parse } from '#core/text/parser';\nparse();\n",
  };
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const config = {
      jsPlugins: [join(root, 'scripts/lint/rooms.mjs')],
      rules: { 'rooms/one-way': ['error', { root: folder }] },
    };
    writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(config));
    const said = lintOf(folder);
    const complained = Object.keys(files).filter((file) => said.includes(`${file}:`));
    expect(complained).toEqual(Object.keys(files).slice(0, -1));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the project is linted with it', () => {
  const config = readFileSync(join(root, '.oxlintrc.json'), 'utf8');
  expect(config).toContain('"rooms/one-way": "error"');
});

/** What the linter prints of a folder that has faults. */
function lintOf(folder: string): string {
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '-f', 'unix'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(status).toBe(1);
  return stdout;
}
