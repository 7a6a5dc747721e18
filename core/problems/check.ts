/** Problems of advice beyond Caffe's own conditions; explained in `docs/problems/check.md`. */
import type { ProblemKind } from './kind';

export const checkProblems = {
  'check/bias-without-term': {
    severity: 'hint',
    tag: 'unnecessary',
    says: '`bias_filler` has no effect: {layer} has `bias_term: false`.',
    help: 'Remove `bias_filler`, or set `bias_term: true`.',
  },
  'check/bilinear-channels': {
    severity: 'information',
    once: 'code',
    says: 'With `group: {group}`, bilinear mixes all inputs of {layer} into each of {outputs} {outputs:output|outputs}.',
    help: 'Use `group: {outputs}` to upsample each channel separately.',
  },
  'check/dead-field': {
    severity: 'hint',
    tag: 'unnecessary',
    says: '`{name}` has no effect with `{cause}`.',
    help: 'Remove it.',
  },
  'check/in-place': {
    severity: 'warning',
    says: '{type} cannot work in place: it overwrites {blob} while it still needs it.',
    help: 'Give the top another name.',
  },
  'check/no-gradient': {
    severity: 'warning',
    says: '{type} has no gradient for {blob}, which depends on learned weights: Caffe aborts in Backward.',
    help: 'Set `propagate_down: false` for this bottom, or freeze the layers before it.',
  },
  'check/overwritten': {
    severity: 'warning',
    says: '{layer} overwrites {blob} in place, which {other} ({type}) needs for its gradient.',
    help: 'Give the top of {layer} another name.',
  },
  'check/random-bias': {
    severity: 'information',
    once: 'code',
    says: '{filler} uses n = {n} for the {role} of {layer}, so it starts with std {std}.',
    help: 'Use constant, the usual filler of biases.',
  },
  'check/shared-memory': {
    severity: 'warning',
    says: '{layer} overwrites {blob} in place; {reader} reads the same memory later, as {shared}.',
    help: 'Give the top of {layer} another name.',
  },
  'check/swapped-fans': {
    severity: 'information',
    once: 'code',
    says: '{filler} uses n = {n} ({norm}) for {layer}, but its connections give {expected}.',
    help: 'Use gaussian with your own `std`, or another `variance_norm`.',
  },
  'check/unread-param': {
    severity: 'hint',
    tag: 'unnecessary',
    says: '`{name}` has no effect: {type} never reads it.',
    help: 'Remove it.',
  },
  'check/unused-blob': {
    severity: 'information',
    once: 'code',
    says: "No layer reads '{name}', which {layer} computes: it becomes an output of the net.",
    help: 'Remove the top, or feed it to a Silence layer.',
  },
  'check/xavier-before-relu': {
    severity: 'information',
    once: 'code',
    says: 'xavier preserves the variance only until {rectifier} ({type}), which halves the second moment.',
    help: 'Use msra, which starts with twice the variance.',
  },
  'check/zero-start': {
    severity: 'information',
    once: 'code',
    says: 'The weights of {layer} start at 0, so no gradient reaches the layers before it.',
    help: 'Add a `{field}`, unless the weights come from a trained model.',
  },
} as const satisfies Readonly<Record<`check/${string}`, ProblemKind>>;
