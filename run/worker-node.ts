/** The worker of Node. `ort-wasm-simd-threaded.wasm` is in the same folder as its script. */
import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import type { RunRequest } from './messages';
import { ortRuntime } from './ort';
import { serve } from './serve';
import { compiled } from './wasm-module';

/*
 * The runtime has functions of half a megabyte that run once per operator. With V8's usual budget, in bytes of executed
 * code, it optimizes them as if they were loops: for seconds, which the end of the process waits for. Kernels use up this
 * budget in a few hundredths of a second.
 */
setFlagsFromString('--wasm-tiering-budget=500000000');
// The module is known to be valid, and most of its functions are never called.
setFlagsFromString('--wasm-lazy-validation');

const runtime = readFile(new URL('./ort-wasm-simd-threaded.wasm', import.meta.url))
  .then(compiled)
  .then(ortRuntime);
// A failure is reported by the run that awaits the runtime.
runtime.catch(() => undefined);

parentPort?.once('message', (request: RunRequest) => {
  void serve(request, runtime, (reply) => parentPort?.postMessage(reply));
});
