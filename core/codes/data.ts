/** Codes of data layers; explained in `docs/problems/data.md`. */
import { error, information, type CodeInfo } from './code-info';

export const dataCodes = {
  'data/unknown-record-shape': information,
  'data/mean-file-and-value': error,
  'data/mean-value-count': error,
  'data/crop-too-large': error,
  'data/batch-size': error,
  'data/half-of-size': error,
  'data/window-crop': error,
  'data/memory-sizes': error,
  'data/no-transform': error,
} as const satisfies Record<string, CodeInfo>;
