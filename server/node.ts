/**
 * The server as a process of Node: `--stdio`, `--node-ipc`, `--socket` or `--pipe`, as the client says. This thread only carries
 * messages to and from the worker that does the work, so that it exits on request, whatever the worker computes.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Message } from 'vscode-jsonrpc';
import { hostTimer } from './host-timer';
import { versionBeside } from '#project/node/version';

const usage = 'prototxt-lens-server speaks the language server protocol: run it with --stdio from an editor.';
const argv = process.argv.slice(2);
const [asked] = argv;
if (asked === '--version' || asked === '--help') {
  console.log(asked === '--version' ? (versionBeside(__filename) ?? 'unknown') : usage);
  process.exit(0);
}

/** In ms: time for the worker to remove the file that it is writing. */
const patience = 500;

void serve();

async function serve(): Promise<void> {
  // What the worker prints is none of the protocol's. It starts while this thread loads the transport.
  const worker = new Worker(join(__dirname, 'node.cjs'), { argv, stdout: true });
  worker.stdout.pipe(process.stderr);
  const { transportOf } = await import('./transport');
  const transport = transportOf(argv, process, (code) => leave(code));
  if (!transport) {
    console.error(usage);
    process.exit(2);
  }
  const { reader, writer } = transport;

  let exitCode = 1;
  let isLeaving = false;

  function leave(code = exitCode): void {
    if (isLeaving) return;
    isLeaving = true;
    exitCode = code;
    worker.postMessage({ jsonrpc: '2.0', method: 'exit' });
    hostTimer.after(patience, () => process.exit(exitCode));
  }

  worker.on('message', (message: Message) => void writer.write(message).catch(() => leave()));
  worker.on('error', (error) => console.error(`The server failed: ${error.stack ?? error.message}`));
  worker.on('exit', () => process.exit(exitCode));
  reader.onClose(() => leave());
  reader.onError((error) => {
    console.error(`The client's message can't be read: ${error.message}`);
    // A message that can't be decoded is skipped; without a header, the start of the next one is unknown.
    if (!(error instanceof SyntaxError)) leave(1);
  });
  writer.onClose(() => leave());
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const)
    process.on(signal, () => leave(128 + number));
  reader.listen((message) => {
    const method = 'method' in message ? message.method : undefined;
    if (method === 'shutdown') exitCode = 0;
    if (method === 'exit') leave();
    else worker.postMessage(message);
  });
}
