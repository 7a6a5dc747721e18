/** Problems of advice beyond what Caffe refuses; explained in `docs/problems/check.md`. */
import type { ProblemKind } from './kind';

export const checkProblems = {
  'check/bias-without-term': {
    severity: 'hint',
    tag: 'unnecessary',
    says: '`bias_filler` fills nothing: with `bias_term: false` {layer} has no bias.',
  },
  'check/bilinear-channels': {
    severity: 'information',
    once: 'code',
    says: 'bilinear fills the kernel between every pair of channels: with `group: {group}` each of the {outputs} {outputs:output|outputs} of {layer} is a sum over its inputs. To enlarge each channel by itself, use `group: {outputs}`.',
  },
  'check/dead-field': {
    severity: 'hint',
    tag: 'unnecessary',
    says: '`{name}` has no effect beside `{cause}`.',
  },
  'check/in-place': {
    severity: 'warning',
    says: "{type} can't work in place: it writes {blob} while it, or its gradient, still reads it, and Caffe does not notice that the numbers are wrong. Give the top another name.",
  },
  'check/no-gradient': {
    severity: 'warning',
    says: '{type} can give no gradient to {blob}, which depends on weights that learn: Caffe sets up the net, and stops in the first Backward. Write `propagate_down: false` for this bottom, or make it without layers that learn.',
  },
  'check/overwritten': {
    severity: 'warning',
    says: '{layer} changes {blob} in place, and {other} ({type}) computes its gradient from what it made there: Caffe does not notice that the gradient is wrong. Give the top of {layer} another name.',
  },
  'check/random-bias': {
    severity: 'information',
    once: 'code',
    says: '{filler} takes n = {n} for the {role} of {layer}, whatever the layer: it starts at values as large as {std} (std). Use constant for what is only added.',
  },
  'check/shared-memory': {
    severity: 'warning',
    says: '{layer} changes {blob} in place, which has its memory in common with {shared}: {reader} reads that later, and Caffe does not notice that it is changed. Give the top of {layer} another name.',
  },
  'check/swapped-fans': {
    severity: 'information',
    once: 'code',
    says: '{filler} scales {layer} by n = {n} ({norm}), which Caffe reads off the axes of the blob; as the layer is connected it is {expected}. Use gaussian with the `std` you mean, or another `variance_norm`.',
  },
  'check/unread-param': {
    severity: 'hint',
    tag: 'unnecessary',
    says: '{type} never reads `{name}`: it has no effect here.',
  },
  'check/unused-blob': {
    severity: 'information',
    once: 'code',
    says: "No layer reads '{name}': {layer} computes it for nothing, and Caffe prints it as an output of the net. Remove it, or end it in a Silence layer.",
  },
  'check/xavier-before-relu': {
    severity: 'information',
    once: 'code',
    says: 'xavier keeps the variance up to the {type} layer {rectifier}, which loses half of it; that adds up layer by layer. msra starts with twice the variance.',
  },
  'check/zero-start': {
    severity: 'information',
    once: 'code',
    says: 'The weights of {layer} start at 0, so in the beginning no gradient passes to the layers below. Give it a `{field}`, unless its weights come from a trained model.',
  },
} as const satisfies Readonly<Record<`check/${string}`, ProblemKind>>;
