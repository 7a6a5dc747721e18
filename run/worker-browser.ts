/** The worker of a browser. It can't fetch anything, so its caller sends the runtime's bytes. */
import type { RunReply, RunRequest } from './messages';
import { ortRuntime } from './ort';
import { serve } from './serve';

interface WorkerScope {
  onmessage: ((event: { readonly data: RunRequest }) => void) | null;
  postMessage: (reply: RunReply) => void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  void serve(data, ortRuntime(data.wasm ?? new Uint8Array()), (reply) => scope.postMessage(reply));
};
