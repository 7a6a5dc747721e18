/** The worker of a browser. It can't fetch anything: the first message is the runtime's module, the second what to run. */
import type { RunReply, RunRequest } from './messages';
import { ortRuntime } from './ort';
import type { RunModel } from './run';
import { serve } from './serve';
import { isModule, type WasmModule } from './wasm-module';

interface WorkerScope {
  onmessage: ((event: { readonly data: WasmModule | RunRequest }) => void) | null;
  postMessage: (reply: RunReply) => void;
}

const scope = globalThis as unknown as WorkerScope;
let runtime: Promise<RunModel> = Promise.reject(new Error('no runtime was sent'));
// A failure is reported by the run that awaits the runtime.
runtime.catch(() => undefined);

scope.onmessage = ({ data }) => {
  if (isModule(data)) {
    runtime = ortRuntime(data);
    runtime.catch(() => undefined);
  } else void serve(data, runtime, (reply) => scope.postMessage(reply));
};
