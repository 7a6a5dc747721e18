/** Starts the server as a process of Node; `process.execPath` is the editor itself on a desktop. */
import { fork, type ChildProcess } from 'node:child_process';

/** Its output is to be read. */
export function forkServer(module: string): () => ChildProcess {
  return () => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' };
    const child = fork(module, ['--node-ipc', `--clientProcessId=${process.pid}`], { env, execArgv: [], silent: true });
    // Whoever reads from it looks whether it runs; unheard, an error would end the host.
    return child.on('error', () => undefined);
  };
}
