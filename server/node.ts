/** The server as a process of Node: `--stdio`, `--node-ipc` or `--socket`, as the client says. */
import { open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { fastEngine } from '#core/random/wasm-engine';
import { versionBeside } from '#files/version';
import { writeBeside } from '#files/write-beside';
import { hostTimer } from './host-timer';
import type { Files, Runtime } from './runtime';
import { startServer } from './server';

const usage = 'prototxt-lens-server speaks the language server protocol: run it with --stdio from an editor.';
const [asked] = process.argv.slice(2);
if (asked === '--version' || asked === '--help') {
  console.log(asked === '--version' ? (versionBeside(__filename) ?? 'unknown') : usage);
  process.exit(0);
}
if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument))) {
  console.error(usage);
  process.exit(2);
}

const files: Files = {
  read: (uri) => readFile(pathOf(uri)),
  readRange: async (uri, start, end) => {
    const file = await open(pathOf(uri));
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(end - start), 0, end - start, start);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  },
  stat: async (uri) => {
    const facts = await stat(pathOf(uri));
    return { size: facts.size, kind: facts.isFile() ? 'file' : facts.isDirectory() ? 'folder' : 'other' };
  },
  list: (uri) => readdir(pathOf(uri)),
  write: (uri, bytes) => writeFile(pathOf(uri), bytes),
  create: async (uri, _, existing) => writeBeside(pathOf(uri), existing),
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

function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') throw new Error(`${uri} is not a file of this machine`);
  return parsed.fsPath;
}
