/** Problems of fillers; explained in `docs/problems/filler.md`. */
import type { ProblemKind } from './kind';

export const fillerProblems = {
  'filler/unknown-type': {
    severity: 'error',
    says: 'Unknown filler type {type}.',
    help: 'This Caffe has {types}.',
    caffe: 'Unknown filler name',
  },
  'filler/sparse-unsupported': {
    severity: 'error',
    says: '{type} does not support `sparse: {sparse}`; only gaussian does.',
    help: 'Remove `sparse`, or use gaussian.',
    caffe: 'Sparsity not supported by this Filler.',
  },
  'filler/sparse-below': {
    severity: 'error',
    says: '`sparse` ({sparse}) must be -1 or greater.',
    help: 'Use -1 to turn it off, or remove it.',
  },
  'filler/sparse-too-large': {
    severity: 'error',
    says: '`sparse: {sparse}` keeps values with probability {sparse} / {outputs} = {density}, more than 1.',
    help: 'Use at most {outputs}.',
  },
  'filler/range-reversed': {
    severity: 'error',
    says: 'uniform needs `min` ({min}) to be at most `max` ({max}).',
    help: 'Swap the two, or change one of them.',
  },
  'filler/std-not-positive': {
    severity: 'error',
    says: 'gaussian needs a `std` greater than 0, found {std}.',
    help: 'Use constant to give all values the same number.',
  },
  'filler/bilinear-axes': {
    severity: 'error',
    says: 'bilinear needs a blob with 4 axes; this one has {axes} ({shape}).',
    help: 'Use another filler.',
    caffe: 'Blob must be 4 dim.',
  },
  'filler/bilinear-not-square': {
    severity: 'error',
    says: 'bilinear needs a square kernel; this one is {height}×{width}.',
    help: 'Make the kernel square, or use another filler.',
    caffe: 'Filter must be square',
  },
  'filler/empty-blob': {
    severity: 'error',
    says: '{type} cannot fill a blob without values ({shape}).',
    help: 'Set `num_output` to 1 or more.',
  },
  'filler/no-axes': {
    severity: 'error',
    says: '{type} needs a blob with axes; this one is a single value.',
    help: 'Use constant, uniform or gaussian.',
  },
  'filler/rejected-later': {
    severity: 'warning',
    says: 'Caffe aborts in the first Forward, where this {type} filler runs.',
    help: 'Use another filler, or change the field that {type} rejects.',
  },
  'filler/dead-field': {
    severity: 'hint',
    tag: 'unnecessary',
    says: '`{name}` has no effect: {type} never reads it.',
    help: 'Remove it.',
  },
} as const satisfies Readonly<Record<`filler/${string}`, ProblemKind>>;
