/** Problems of layers that forks of Caffe add; explained in `docs/problems/fork.md`. */
import type { ProblemKind } from './kind';

export const forkProblems = {
  'fork/field-missing': {
    severity: 'error',
    says: '{type} needs `{name}`.',
    help: 'Add it.',
  },
  'fork/field-bound': {
    severity: 'error',
    says: '{name} must be {relation} {bound}, found {found}.',
  },
  'fork/field-count': {
    severity: 'error',
    says: '{name} needs {expected} {expected:value|values}, found {found}.',
  },
  'fork/fields-exclude': {
    severity: 'error',
    says: '{name} and {other} cannot both be set.',
    help: 'Remove one of them.',
  },
  'fork/field-contradicts': {
    severity: 'error',
    says: '{name} contradicts {other}.',
    help: 'Make them agree, or remove one of them.',
  },
  'fork/bottom-size': {
    severity: 'error',
    says: "{type} needs {dimension} {expected} of '{blob}', found {found}.",
    help: 'Change the layer that produces it.',
  },
  'fork/bottoms-differ': {
    severity: 'error',
    says: "{type} needs the same {dimension} of '{blob}' ({found}) and '{other}' ({expected}).",
    help: 'Make their shapes agree.',
  },
  'fork/order': {
    severity: 'error',
    says: '`order` may list each axis below {axes} only once, found {found}.',
    help: 'Remove it, or write the missing axis.',
  },
  'fork/not-implemented': {
    severity: 'error',
    says: 'This Caffe does not implement {name} {found} of {type}.',
    help: 'Use another value.',
  },
  'fork/interp-size': {
    severity: 'error',
    says: 'Interp has no output size.',
    help: 'Set `height` and `width`, `zoom_factor`, or `shrink_factor`.',
  },
  'fork/reduction-size': {
    severity: 'error',
    says: 'The reduction levels add up to {found} {found:item|items}, but axis {axis} has {expected}.',
    help: 'Change `level` so that they agree.',
  },
  'fork/filler-axes': {
    severity: 'error',
    says: '{filler} of this Caffe fills blobs of at most 4 axes, not {shape}.',
    help: 'Use another filler.',
  },
  'fork/filler-one-axis': {
    severity: 'error',
    says: '{filler} of this Caffe needs a blob with two axes; this one is {shape}.',
    help: 'Use constant, uniform or gaussian.',
  },
  'fork/filler-fans-differ': {
    severity: 'error',
    says: 'identity needs fan_in ({fanIn}) and fan_out ({fanOut}) to be equal.',
    help: 'Use as many outputs as inputs, or another filler.',
  },
  'fork/gabor-size': {
    severity: 'error',
    says: 'gabor has no kernels for {shape}.',
    help: 'It has them for 32×3×5×5, 64×3×7×7, 64×3×3×3 and 96×3×11×11.',
  },
  'fork/too-few-axes': {
    severity: 'error',
    says: "{type} reads {axes} axes of '{blob}', which is {shape}.",
    help: 'Reshape it to N×C×H×W.',
  },
  'fork/empty-axis': {
    severity: 'error',
    says: "'{blob}' has an empty axis before its last ({shape}), so this Caffe divides by 0.",
    help: 'Give every axis at least 1.',
  },
  'fork/pixel-shuffle': {
    severity: 'error',
    says: '{channels} {channels:channel|channels} cannot be split by {factor}² ({square}).',
    help: 'Change `pixelshuffler` or the channels.',
  },
  'fork/sampler-bound': {
    severity: 'warning',
    says: '{name} ({found}) must be {relation} {bound}, or Caffe aborts in the first batch.',
    help: 'Change the sampler.',
  },
} as const satisfies Readonly<Record<`fork/${string}`, ProblemKind>>;
