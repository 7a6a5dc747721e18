/** Messages between the caller of a run and its worker: plain data. */
import type { RunPlan } from '#core/onnx/run-plan';
import type { RunEvent } from './run';

export interface RunRequest {
  readonly plan: RunPlan;
  /** Inputs by blob name, which replace random ones. */
  readonly given: ReadonlyMap<string, Float32Array>;
  /** Memory of the plan that is transferred to the worker rather than copied: the caller can't use it afterwards. */
  readonly transfer?: readonly ArrayBuffer[];
}

export type RunReply = RunEvent | RunFailure;

export interface RunFailure {
  readonly kind: 'failed';
  /** The runtime's own words, or how the worker ended. */
  readonly reason: string;
  /** There is no memory for what was to be run. */
  readonly isMemory: boolean;
}

/** A worker in Node or a browser. */
export interface Channel {
  readonly post: (request: RunRequest) => void;
  readonly onReply: (listener: (reply: RunReply) => void) => void;
  /** Called once if the worker ends on its own. */
  readonly onEnd: (listener: (reason: string) => void) => void;
  readonly end: () => void;
}
