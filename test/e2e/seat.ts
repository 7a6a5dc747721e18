/** The editors and the folder of this test file, which no other file uses at the same time. */
import { inject } from 'vitest';
import type { Seat } from './global-setup';

export function seat(): Seat {
  // Workers are numbered from 1.
  const own = inject('seats')[Number(process.env['VITEST_POOL_ID']) - 1];
  if (!own) throw new Error(`There is no editor for worker ${process.env['VITEST_POOL_ID']}`);
  return own;
}
