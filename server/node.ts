/** The server as a Node process, on `--stdio`, `--node-ipc` or `--socket`, as the client specifies. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { fastEngine } from '#core/random/wasm-engine';
import { nodeFiles, pathOf } from '#project/node/files';
import { versionBeside } from '#project/node/version';
import { createFile } from '#project/node/writer';
import { hostTimer } from './host-timer';
import type { HostFiles, Runtime } from './runtime';
import { startServer } from './server';

const usage = 'prototxt-lens-server implements the Language Server Protocol; start it with --stdio from an editor.';
const [asked] = process.argv.slice(2);
if (asked === '--version' || asked === '--help') {
  console.log(asked === '--version' ? (versionBeside(__filename) ?? 'unknown') : usage);
  process.exit(0);
}
if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument))) {
  console.error(usage);
  process.exit(2);
}

const files: HostFiles = {
  ...nodeFiles,
  create: async (uri, _, existing) => createFile(pathOf(uri), existing),
  largestFile: undefined,
};

const connection = createConnection(ProposedFeatures.all);
const runtime: Runtime = {
  files,
  version: versionBeside(__filename),
  engine: () => fastEngine(),
  log: { error: (message) => connection.console.error(message) },
  timer: hostTimer,
};
startServer(connection, runtime);
