/** Codes of files; explained in `docs/problems/file.md`. */
import { error, type CodeInfo } from './code-info';

export const fileCodes = {
  'file/unreadable': error,
} as const satisfies Record<string, CodeInfo>;
