/** Problems of files; explained in `docs/problems/file.md`. */
import type { ProblemKind } from './kind';

export const fileProblems = {
  'file/unreadable': {
    severity: 'error',
    says: 'Cannot read {path}: {reason}.',
  },
  'file/not-read': {
    severity: 'warning',
    says: '{path} is not read: {reason}. What depends on it is not checked.',
  },
  'file/too-large': {
    severity: 'warning',
    says: 'This text has {length} characters; texts of more than {limit} are not checked.',
    help: 'Split the net, or move its weights to a .caffemodel.',
  },
} as const satisfies Readonly<Record<`file/${string}`, ProblemKind>>;
