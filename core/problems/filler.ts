/** Problems of fillers; explained in `docs/problems/filler.md`. */
import type { ProblemKind } from './kind';

export const fillerProblems = {
  'filler/unknown-type': {
    severity: 'error',
    says: 'Unknown filler name: {type}. Caffe has {types}.',
  },
  'filler/sparse-unsupported': {
    severity: 'error',
    says: 'Sparsity not supported by this Filler: Caffe stops at `sparse: {sparse}` with {type}. Remove `sparse`, or use gaussian.',
  },
  'filler/sparse-below': {
    severity: 'error',
    says: 'Caffe takes a `sparse` of -1 (off) or more, not {sparse}.',
  },
  'filler/sparse-too-large': {
    severity: 'error',
    says: '`sparse: {sparse}` keeps each value with probability {sparse} / {outputs} = {density}, and Caffe stops above 1: use at most {outputs}.',
  },
  'filler/range-reversed': {
    severity: 'error',
    says: 'uniform needs min ≤ max, and Caffe stops at min {min}, max {max}: swap or change them.',
  },
  'filler/std-not-positive': {
    severity: 'error',
    says: 'gaussian needs a `std` above 0, and Caffe stops at {std}: use constant for values that are all alike.',
  },
  'filler/bilinear-axes': {
    severity: 'error',
    says: 'Blob must be 4 dim.: bilinear fills kernels of two axes, and this blob has {axes} ({shape}).',
  },
  'filler/bilinear-not-square': {
    severity: 'error',
    says: 'Filter must be square: bilinear stops at a kernel of {height}×{width}.',
  },
  'filler/empty-blob': {
    severity: 'error',
    says: 'This blob has no values ({shape}), and Caffe stops when {type} fills it: give the layer a `num_output` above 0.',
  },
  'filler/no-axes': {
    severity: 'error',
    says: '{type} takes the first axis of its blob, and this one is a single value without axes: use constant, uniform or gaussian.',
  },
  'filler/refused-later': {
    severity: 'warning',
    says: 'Caffe sets the layer up, and stops in the first Forward, as {type} runs then only, and does not take this.',
  },
  'filler/dead-field': {
    severity: 'hint',
    tag: 'unnecessary',
    says: '{type} never reads `{name}`: it has no effect here.',
  },
} as const satisfies Readonly<Record<`filler/${string}`, ProblemKind>>;
