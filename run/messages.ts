/** What passes between whoever starts a run and the worker that does it: plain data. */
import type { RunPlan } from '#core/onnx/run-plan';
import type { RunEvent } from './run';

export interface RunRequest {
  readonly plan: RunPlan;
  /** Inputs by the name of their blob, in place of those that would be drawn. */
  readonly given: ReadonlyMap<string, Float32Array>;
  /** The bytes of the runtime; undefined where the worker finds them itself. */
  readonly wasm: Uint8Array | undefined;
  /** Memory of the plan that may go over to the worker: whoever asks has no more use for it. */
  readonly transfer?: readonly ArrayBuffer[];
}

export type RunReply = RunEvent | { readonly kind: 'failed'; readonly reason: string };

/** A worker of Node or of a browser. */
export interface Channel {
  readonly post: (request: RunRequest) => void;
  readonly onReply: (listener: (reply: RunReply) => void) => void;
  /** Called once if the worker ends by itself. */
  readonly onEnd: (listener: (reason: string) => void) => void;
  readonly end: () => void;
}
