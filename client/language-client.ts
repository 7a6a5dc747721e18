/** The language client on Node. A separate bundle: it is most of the extension's code, and not needed for activation. */
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import {
  IPCMessageReader,
  IPCMessageWriter,
  LanguageClient,
  State,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/node';

/** Time for the server to shut down before it is killed, in ms. */
const patience = 2000;

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
  const client = new LanguageClient('prototxtLens', 'Prototxt Lens', transports, options);
  client.onDidChangeState(({ newState }) => {
    if (newState !== State.Stopped) return;
    const stopped = child;
    setTimeout(() => stopped.kill(), patience);
  });
  return client;
}

function runs({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}
