/** How the client talks to a process, as its arguments say. */
import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc/node';

export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** `leave` is called where the client is gone. Undefined where the arguments name none. */
export function transportOf(
  argv: readonly string[],
  process: NodeJS.Process,
  leave: (code?: number) => void,
): Transport | undefined {
  const valueOf = (name: string): string | undefined => {
    const at = argv.findIndex((each) => each === name || each.startsWith(`${name}=`));
    return at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  };
  if (argv.includes('--stdio')) return overStdio(process, leave);
  if (argv.includes('--node-ipc')) {
    process.once('disconnect', () => leave());
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
  }
  const port = Number(valueOf('--socket'));
  const pipe = valueOf('--pipe');
  if (!port && pipe === undefined) return undefined;
  const [reader, writer] = port ? createServerSocketTransport(port) : createServerPipeTransport(pipe ?? '');
  return { reader, writer };
}

function overStdio({ stdin, stdout }: NodeJS.Process, leave: (code?: number) => void): Transport {
  stdin.once('end', () => leave());
  stdout.once('error', () => leave());
  // What begins in another way is no header, and would be waited for to its end.
  stdin.once('data', (first: Buffer) => {
    if (/^content-/i.test(first.toString('latin1', 0, 8))) return;
    console.error("The client's message can't be read: it does not begin with a header");
    leave(1);
  });
  return { reader: new StreamMessageReader(stdin), writer: new StreamMessageWriter(stdout) };
}
