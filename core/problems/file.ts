/** Problems of files; explained in `docs/problems/file.md`. */
import type { ProblemKind } from './kind';

export const fileProblems = {
  'file/unreadable': {
    severity: 'error',
    says: "{path} can't be read: {reason}.",
  },
  'file/too-large': {
    severity: 'warning',
    says: 'This text has {length} characters, and texts of more than {limit} are not looked at: Caffe may refuse it or not. Split the net, if a person is to read it.',
  },
} as const satisfies Readonly<Record<`file/${string}`, ProblemKind>>;
