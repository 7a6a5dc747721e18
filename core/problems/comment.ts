/** Problems of comments that address Prototxt Lens; explained in `docs/problems/comment.md`. */
import type { ProblemKind } from './kind';

export const commentProblems = {
  'comment/broken-target': {
    severity: 'information',
    says: '{name} is not a target: {path}: {reason}.',
    help: 'See docs/targets for the form of a target.',
  },
  'comment/not-understood': {
    severity: 'information',
    says: 'This `# prototxt:` comment is not understood.',
    help: 'Write `datum CxHxW`, `weights FILE`, `schema=NAME`, `target=NAME` or `phase=TRAIN|TEST` with `stage=` and `level=`.',
  },
  'comment/unknown-code': {
    severity: 'information',
    says: "Unknown problem code '{name}'; nothing is suppressed.",
  },
  'comment/unknown-target': {
    severity: 'information',
    says: "Unknown target '{name}'.",
    help: 'Name a built-in target, or the path of a JSON file.',
  },
} as const satisfies Readonly<Record<`comment/${string}`, ProblemKind>>;
