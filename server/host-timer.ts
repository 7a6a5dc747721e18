import type { Timer } from './runtime';

/** The timers of Node and of browsers. */
export const hostTimer: Timer = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
