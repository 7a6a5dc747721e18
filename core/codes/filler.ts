/** Codes of fillers; explained in `docs/problems/filler.md`. */
import { dead, error, type CodeInfo } from './code-info';

export const fillerCodes = {
  'filler/unknown-type': error,
  'filler/sparse-unsupported': error,
  'filler/dead-field': dead,
} as const satisfies Record<string, CodeInfo>;
