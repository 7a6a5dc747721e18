/** Codes of files of weights, written or read; explained in `docs/problems/weights.md`. */
import { warning, type CodeInfo } from './code-info';

export const weightsCodes = {
  'weights/file-exists': warning,
  'weights/model-too-large': warning,
  'weights/no-blobs': warning,
  'weights/no-such-blob': warning,
  'weights/no-such-layer': warning,
  'weights/not-written': warning,
  'weights/one-blob': warning,
  'weights/refused': warning,
  'weights/too-large-for-host': warning,
  'weights/unknown-values': warning,
} as const satisfies Record<string, CodeInfo>;
