/** The server itself, in a thread of its own: what the process reads and writes comes and goes by messages, see `node.ts`. */
import { parentPort } from 'node:worker_threads';
import { createConnection, PortMessageReader, PortMessageWriter, ProposedFeatures } from 'vscode-languageserver/node';
import { fastEngine } from '#core/random/wasm-engine';
import { decodeImage } from '#project/decode-image';
import { nodeFiles, pathOf } from '#project/node/files';
import { besideProgram, partBeside, versionBeside } from '#project/node/version';
import { createFile } from '#project/node/writer';
import { nodeChannels } from '#run/node';
import { startRun } from '#run/start';
import { hostTimer } from './host-timer';
import { inOrder } from './lifecycle';
import type { HostFiles, Runtime } from './runtime';
import { startServer } from './server';

if (!parentPort) throw new Error('the server runs in a worker');

const files: HostFiles = {
  ...nodeFiles,
  create: async (uri, _, existing) => createFile(pathOf(uri), existing),
  largestFile: undefined,
};

const writer = new PortMessageWriter(parentPort);
const connection = createConnection(ProposedFeatures.all, inOrder(new PortMessageReader(parentPort), writer), writer);
const channels = nodeChannels(besideProgram(__filename, '../run/worker-node.mjs'));
const runtime: Runtime = {
  files,
  version: versionBeside(__filename),
  engine: () => fastEngine(),
  prepareRun: channels.prepare,
  start: (request) => startRun(channels.next(), request),
  decodeImage: (bytes) => decodeImage(bytes, () => partBeside(__filename, '../run/libjpegturbowasm_decode.wasm')),
  log: {
    info: (message) => connection.console.info(message),
    error: (message) => connection.console.error(message),
  },
  timer: hostTimer,
};
startServer(connection, runtime);
