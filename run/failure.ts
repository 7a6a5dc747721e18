/** Why a run ended, whoever says so: the engine, the runtime or the host. */
import { fillIn } from '#core/messages/fill-in';
import type { Language } from '#core/messages/language';
import type { RunFailure } from './messages';

/** The worker did not finish. */
export class RunFailed extends Error {
  constructor(readonly failure: RunFailure) {
    super(failure.reason);
  }
}

/** Array buffers (RangeError), WebAssembly.Memory and operator new, in the words of V8, SpiderMonkey, JavaScriptCore and ONNX Runtime. */
const noMemory =
  /bad_alloc|out of memory|allocation failed|array buffer|invalid (typed )?array length|failed to allocate/i;

export function failureOf(error: unknown): RunFailure {
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', reason, isMemory: error instanceof RangeError || noMemory.test(reason) };
}

/** In words, as a sentence about the net at this path. */
export function sentenceOf(error: unknown, path: string, { running }: Language): string {
  const { reason, isMemory } = error instanceof RunFailed ? error.failure : failureOf(error);
  return fillIn(running.failed, { path, reason: isMemory ? running['no-memory'] : reason });
}
