/** Codes of fillers; explained in `docs/problems/filler.md`. */
import { dead, error, warning, type CodeInfo } from './code-info';

export const fillerCodes = {
  'filler/unknown-type': error,
  'filler/sparse-unsupported': error,
  'filler/sparse-below': error,
  'filler/sparse-too-large': error,
  'filler/range-reversed': error,
  'filler/std-not-positive': error,
  'filler/bilinear-axes': error,
  'filler/bilinear-not-square': error,
  'filler/empty-blob': error,
  'filler/no-axes': error,
  'filler/refused-later': warning,
  'filler/dead-field': dead,
} as const satisfies Record<string, CodeInfo>;
