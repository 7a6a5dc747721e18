/** The worker of a browser. It can't fetch anything: the first message is the runtime's module, the second what to run. */
import type { RunReply, RunRequest } from './messages';
import { ortRuntime } from './ort';
import { serve } from './serve';
import type { WasmModule } from './wasm-module';

interface WorkerScope<Message> {
  onmessage: ((event: { readonly data: Message }) => void) | null;
  postMessage: (reply: RunReply) => void;
}

const first = globalThis as unknown as WorkerScope<WasmModule>;
const second = globalThis as unknown as WorkerScope<RunRequest>;

first.onmessage = ({ data: module }) => {
  const runtime = ortRuntime(module);
  // A failure is reported by the run that awaits the runtime.
  runtime.catch(() => undefined);
  second.onmessage = ({ data: request }) => {
    void serve(request, runtime, (reply) => second.postMessage(reply));
  };
};
