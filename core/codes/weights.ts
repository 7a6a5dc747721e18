/** Codes of files of weights, written or read; explained in `docs/problems/weights.md`. */
import { warning, type CodeInfo } from './code-info';

export const weightsCodes = {
  'weights/blob-count-differs': warning,
  'weights/file-exists': warning,
  'weights/model-cut-off': warning,
  'weights/model-empty': warning,
  'weights/model-hdf5': warning,
  'weights/model-pointer': warning,
  'weights/model-too-large': warning,
  'weights/model-too-large-for-host': warning,
  'weights/model-unreadable': warning,
  'weights/no-blobs': warning,
  'weights/no-such-blob': warning,
  'weights/no-such-layer': warning,
  'weights/not-a-model': warning,
  'weights/not-written': warning,
  'weights/one-blob': warning,
  'weights/refused': warning,
  'weights/shape-differs': warning,
  'weights/too-large-for-host': warning,
  'weights/unknown-values': warning,
  'weights/value-count-differs': warning,
} as const satisfies Record<string, CodeInfo>;
