/** For processes of Node alone: when V8 takes time to optimise. */
import { setFlagsFromString } from 'node:v8';

/**
 * V8 begins to optimise what runs often while the first file is read for the first time. The file is read before that is of
 * use to it, and waits for the core that it takes. Five times as many calls as by default, and the first diagnostics of a
 * large net are there a quarter sooner; those of later edits are as soon as before. See `bench/stdio.ts`.
 */
export function optimiseLate(): void {
  // V8 counts the calls of a function since version 12, and before that what it ran of its code.
  const version = Number.parseInt(process.versions.v8, 10);
  setFlagsFromString(version < 12 ? '--interrupt-budget=300000' : '--invocation-count-for-turbofan=15000');
}
