/** Long work in turns, between which requests are answered. */
import type { Timer } from './runtime';

export interface Turns {
  readonly timer: Timer;
  /** Steps of one turn: those of some milliseconds. */
  readonly steps: number;
  /** Asked after each turn. */
  readonly isEnded: () => boolean;
}

/** The work's result; undefined where it was ended before it came. */
export async function inTurns<Result>(
  work: Iterator<unknown, Result>,
  { timer, steps, isEnded }: Turns,
): Promise<Result | undefined> {
  for (let step = 1; ; step++) {
    const { done, value } = work.next();
    if (done) return value;
    if (step % steps !== 0) continue;
    await nextTurn(timer);
    if (isEnded()) return undefined;
  }
}

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
