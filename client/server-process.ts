/** Starts the server as a Node process; on a desktop, `process.execPath` is the editor itself. */
import { fork, type ChildProcess } from 'node:child_process';

/** With pipes for its output, which the caller reads. */
export function forkServer(module: string): () => ChildProcess {
  return () => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' };
    const child = fork(module, ['--node-ipc', `--clientProcessId=${process.pid}`], { env, execArgv: [], silent: true });
    // The caller checks whether the process runs; without a listener, an error would end the extension host.
    return child.on('error', () => undefined);
  };
}
