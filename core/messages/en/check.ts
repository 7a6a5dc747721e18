import type { checkCodes } from '../../codes/check';

export const check: Record<keyof typeof checkCodes, string> = {
  'check/bias-without-term': '`bias_filler` fills nothing: with `bias_term: false` {layer} has no bias.',
  'check/bilinear-channels':
    'bilinear fills the kernel between every pair of channels: with `group: {group}` each of the {outputs} {outputs:output|outputs} of {layer} is a sum over its inputs. To enlarge each channel by itself, use `group: {outputs}`.',
  'check/dead-field': '`{name}` has no effect beside `{cause}`.',
  'check/no-gradient':
    '{type} can give no gradient to {blob}, which depends on weights that learn: Caffe sets up the net, and stops in the first Backward. Write `propagate_down: false` for this bottom, or make it without layers that learn.',
  'check/in-place':
    "{type} can't work in place: it writes {blob} while it, or its gradient, still reads it, and Caffe does not notice that the numbers are wrong. Give the top another name.",
  'check/overwritten':
    '{layer} changes {blob} in place, and {other} ({type}) computes its gradient from what it made there: Caffe does not notice that the gradient is wrong. Give the top of {layer} another name.',
  'check/random-bias':
    '{filler} takes n = {n} for the {role} of {layer}, whatever the layer: it starts at values as large as {std} (std). Use constant for what is only added.',
  'check/shared-memory':
    '{layer} changes {blob} in place, which has its memory in common with {shared}: {reader} reads that later, and Caffe does not notice that it is changed. Give the top of {layer} another name.',
  'check/swapped-fans':
    '{filler} scales {layer} by n = {n} ({norm}), which Caffe reads off the axes of the blob; as the layer is connected it is {expected}. Use gaussian with the `std` you mean, or another `variance_norm`.',
  'check/unread-param': '{type} never reads `{name}`: it has no effect here.',
  'check/unused-blob':
    "No layer reads '{name}': {layer} computes it for nothing, and Caffe prints it as an output of the net. Remove it, or end it in a Silence layer.",
  'check/xavier-before-relu':
    'xavier keeps the variance up to the {type} layer {rectifier}, which loses half of it; that adds up layer by layer. msra starts with twice the variance.',
  'check/zero-start':
    'The weights of {layer} start at 0, so in the beginning no gradient passes to the layers below. Give it a `{field}`, unless its weights come from a trained model.',
};
