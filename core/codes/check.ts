/** Codes of advice beyond what Caffe refuses; explained in `docs/problems/check.md`. */
import type { CodeInfo } from './code-info';

export const checkCodes = {
} as const satisfies Record<string, CodeInfo>;
