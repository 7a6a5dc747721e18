/** Codes of layers that forks of Caffe add; explained in `docs/problems/fork.md`. */
import { error, type CodeInfo } from './code-info';

export const forkCodes = {
  'fork/field-missing': error,
  'fork/field-bound': error,
  'fork/field-count': error,
  'fork/fields-exclude': error,
  'fork/field-contradicts': error,
  'fork/bottom-size': error,
  'fork/bottoms-differ': error,
  'fork/order': error,
  'fork/not-implemented': error,
  'fork/interp-size': error,
  'fork/reduction-size': error,
  'fork/filler-axes': error,
  'fork/filler-one-axis': error,
  'fork/filler-fans-differ': error,
  'fork/gabor-size': error,
} as const satisfies Record<string, CodeInfo>;
