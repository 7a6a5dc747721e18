/** Problems of comments that speak to Prototxt Lens; explained in `docs/problems/comment.md`. */
import type { ProblemKind } from './kind';

export const commentProblems = {
  'comment/not-understood': {
    severity: 'information',
    says: 'Nothing here is understood. After `# prototxt:` comes `datum CxHxW`, `weights FILE`, `schema=NAME`, or `phase=TRAIN` or `phase=TEST` with `stage=` and `level=`.',
  },
  'comment/unknown-code': {
    severity: 'information',
    says: 'There is no problem called {name}, so nothing is taken back.',
  },
} as const satisfies Readonly<Record<`comment/${string}`, ProblemKind>>;
