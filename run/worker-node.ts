/** The worker of Node. `ort-wasm-simd-threaded.wasm` is in the same folder as its script. */
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import type { RunRequest } from './messages';
import { ortRuntime } from './ort';
import { serve } from './serve';

const runtime = readFile(new URL('./ort-wasm-simd-threaded.wasm', import.meta.url)).then(ortRuntime);
// A failure is reported by the run that awaits the runtime.
runtime.catch(() => undefined);

parentPort?.once('message', (request: RunRequest) => {
  void serve(request, runtime, (reply) => parentPort?.postMessage(reply));
});
