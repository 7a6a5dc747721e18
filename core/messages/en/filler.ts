import type { fillerCodes } from '../../codes/filler';

export const filler: Record<keyof typeof fillerCodes, string> = {
  'filler/unknown-type': 'Unknown filler name: {type}. Caffe has {types}.',
  'filler/sparse-unsupported':
    'Sparsity not supported by this Filler: Caffe stops at `sparse: {sparse}` with {type}. Remove `sparse`, or use gaussian.',
  'filler/sparse-below': 'Caffe takes a `sparse` of -1 (off) or more, not {sparse}.',
  'filler/sparse-too-large':
    '`sparse: {sparse}` keeps each value with probability {sparse} / {outputs} = {density}, and Caffe stops above 1: use at most {outputs}.',
  'filler/range-reversed': 'uniform needs min ≤ max, and Caffe stops at min {min}, max {max}: swap or change them.',
  'filler/std-not-positive':
    'gaussian needs a `std` above 0, and Caffe stops at {std}: use constant for values that are all alike.',
  'filler/bilinear-axes':
    'Blob must be 4 dim.: bilinear fills kernels of two axes, and this blob has {axes} ({shape}).',
  'filler/bilinear-not-square': 'Filter must be square: bilinear stops at a kernel of {height}×{width}.',
  'filler/empty-blob':
    'This blob has no values ({shape}), and Caffe stops when {type} fills it: give the layer a `num_output` above 0.',
  'filler/no-axes':
    '{type} takes the first axis of its blob, and this one is a single value without axes: use constant, uniform or gaussian.',
  'filler/refused-later':
    'Caffe sets the layer up, and stops in the first Forward, as {type} runs then only, and does not take this.',
  'filler/dead-field': '{type} never reads `{name}`: it has no effect here.',
};
