/** Codes of comments that speak to Prototxt Lens; explained in `docs/problems/comment.md`. */
import { information, type CodeInfo } from './code-info';

export const commentCodes = {
  'comment/not-understood': information,
  'comment/unknown-code': information,
} as const satisfies Record<string, CodeInfo>;
