/** Runs long work in steps, so that requests are answered in between. */
import type { Timer } from './runtime';

/** The work's result; each step runs in its own turn of the timer. */
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
