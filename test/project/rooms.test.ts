import { resolve } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';
import { oneWay } from '../../scripts/lint/rooms.mjs';

const root = resolve(import.meta.dirname, '../..');

/** The lint rule's messages for one file with this text, as `messageId`s. */
function complaints(file: string, text: string): readonly (string | undefined)[] {
  const linter = new Linter({ cwd: root });
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { rooms: { rules: { 'one-way': oneWay } } },
    rules: { 'rooms/one-way': ['error', { root }] },
  };
  return linter
    .verify(text, config, { filename: resolve(root, file) })
    .map(({ messageId, message }) => messageId ?? message);
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
  ['client/panels/weights.ts', "import { choose } from '#webview/weights/choice';"],
  ['server/server.ts', "import { host } from '#webview/page';"],
  ['server/settings.ts', "import { inProcess } from '../test/support/session';"],
  ['server/settings.ts', "import { netOf } from '../bench/nets';"],
  ['bench/nets.ts', "import { inProcess } from '../test/support/session';"],
])('rejects in %s: %s', (file, text) => {
  expect(complaints(file, text)).toEqual(['backwards']);
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
])('%s must not hold %s', (file, text, messageId) => {
  expect(complaints(file, text)).toEqual([messageId]);
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
  expect(complaints(file, text)).toEqual([]);
});
