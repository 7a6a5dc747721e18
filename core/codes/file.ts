/** Codes of files; explained in `docs/problems/file.md`. */
import { error, warning, type CodeInfo } from './code-info';

export const fileCodes = {
  'file/unreadable': error,
  'file/too-large': warning,
} as const satisfies Record<string, CodeInfo>;
