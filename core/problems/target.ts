/** Problems of nets for a chip or a converter, reported only for targets that are asked for; see `docs/targets`. */
import type { ProblemKind } from './kind';

export const targetProblems = {
  'target/limit': {
    severity: 'warning',
    says: '{target}: {limit}.',
    help: 'Change the layer, or check what {target} makes of it.',
    also: ['id'],
  },
  'target/lost-field': {
    severity: 'warning',
    says: '{target} ignores `{name}` of {type}.',
    help: 'Remove it, or check that the result stays the same.',
    also: ['id'],
  },
  'target/rewrite': {
    severity: 'warning',
    says: '{target} needs {form}.',
    help: 'Rewrite this part for {target}.',
    also: ['id', 'how'],
  },
  'target/unsupported-layer': {
    severity: 'warning',
    says: '{target} has no layer type {type}.',
    help: 'Replace the layer, or implement it for {target}.',
    also: ['id'],
  },
} as const satisfies Readonly<Record<`target/${string}`, ProblemKind>>;
