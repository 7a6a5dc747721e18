/** The caller's side of a run: yields events until the last one, a failure or a cancellation. */
import { failureOf, RunFailed } from './failure';
import type { Channel, RunReply, RunRequest } from './messages';
import type { RunEvent } from './run';

export interface Running {
  readonly events: AsyncIterable<RunEvent>;
  /** Ends the worker immediately; no further event follows. */
  readonly cancel: () => void;
}

/** The worker starts up while the request is still being prepared. */
export function startRun(channel: Channel, request: RunRequest | Promise<RunRequest>): Running {
  const waiting: RunReply[] = [];
  let wake: (() => void) | undefined;
  let ended = false;
  const push = (reply: RunReply): void => {
    waiting.push(reply);
    wake?.();
  };
  channel.onReply(push);
  channel.onEnd((reason) => push(failureOf(reason)));
  Promise.resolve(request).then(
    (made) => (ended ? undefined : channel.post(made)),
    (error: unknown) => push(failureOf(error)),
  );
  const finish = (): void => {
    ended = true;
    channel.end();
    wake?.();
  };
  async function* events(): AsyncGenerator<RunEvent> {
    try {
      for (;;) {
        if (ended) return;
        const reply = waiting.shift();
        if (!reply) {
          await new Promise<void>((resolve) => (wake = resolve));
          continue;
        }
        if (reply.kind === 'failed') throw new RunFailed(reply);
        yield reply;
        if (reply.kind === 'done') return;
      }
    } finally {
      finish();
    }
  }
  return { events: events(), cancel: finish };
}
