/** Problems of comments that address Prototxt Lens; explained in `docs/problems/comment.md`. */
import type { ProblemKind } from './kind';

export const commentProblems = {
  'comment/not-understood': {
    severity: 'information',
    says: 'This `# prototxt:` comment is not understood.',
    help: 'Write `datum CxHxW`, `weights FILE`, `schema=NAME` or `phase=TRAIN|TEST` with `stage=` and `level=`.',
  },
  'comment/unknown-code': {
    severity: 'information',
    says: "Unknown problem code '{name}'; nothing is suppressed.",
  },
} as const satisfies Readonly<Record<`comment/${string}`, ProblemKind>>;
