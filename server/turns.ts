/** Long work in turns, between which requests are answered. */
import type { Timer } from './runtime';

/** The work's result, a turn a step. */
export async function stepByStep<Result>(work: Iterator<unknown, Result>, timer: Timer): Promise<Result> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await nextTurn(timer);
  }
}

function nextTurn(timer: Timer): Promise<void> {
  return new Promise((resolve) => timer.after(0, resolve));
}
