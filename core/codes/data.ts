/** Codes of data layers; explained in `docs/problems/data.md`. */
import { advice, error, warning, type CodeInfo } from './code-info';

export const dataCodes = {
  'data/unknown-record-shape': advice,
  'data/mean-file-and-value': error,
  'data/mean-value-count': error,
  'data/crop-too-large': error,
  'data/batch-size': error,
  'data/half-of-size': error,
  'data/window-crop': error,
  'data/memory-sizes': error,
  'data/no-transform': error,
  'data/no-file': error,
  'data/no-prefetch': warning,
} as const satisfies Record<string, CodeInfo>;
