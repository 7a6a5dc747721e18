/** The editor and the folder of the test files, which use them one after another. */
import { inject } from 'vitest';
import type { Seat } from './global-setup';

export function seat(): Seat {
  return inject('seat');
}
