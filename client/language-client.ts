/** The language client on Node. A separate bundle: it is most of the extension's code, and not needed for activation. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import {
  IPCMessageReader,
  IPCMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/node';

/** In ms: when a server that was asked to end is sent SIGTERM, and when SIGKILL. */
const patience = { politely: 1500, finally: 2500 };

/** `first` is a process that is already running; `start` starts another one after a restart or a crash. */
export function clientOf(
  options: LanguageClientOptions,
  start: () => ChildProcess,
  first: ChildProcess,
): LanguageClient {
  let ready: ChildProcess | undefined = first;
  let child = first;
  const transports = (): Promise<MessageTransports> => {
    child = ready && runs(ready) ? ready : start();
    ready = undefined;
    const { outputChannel } = client;
    if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => outputChannel.info(line));
    if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => outputChannel.error(line));
    return Promise.resolve({ reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child) });
  };
  class Client extends LanguageClient {
    /** Waits until the process has ended: the library would take a later end for a crash of the next process. */
    override async stop(timeout?: number): Promise<void> {
      const ending = child;
      const ended = runs(ending) ? once(ending, 'exit') : undefined;
      const timers = [
        setTimeout(() => ending.kill('SIGTERM'), patience.politely),
        setTimeout(() => ending.kill('SIGKILL'), patience.finally),
      ];
      try {
        await super.stop(timeout);
      } finally {
        await ended;
        timers.forEach(clearTimeout);
      }
    }
  }
  const client = new Client('prototxtLens', 'Prototxt Lens', transports, options);
  return client;
}

function runs({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}
