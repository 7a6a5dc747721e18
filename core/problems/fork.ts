/** Problems of layers that forks of Caffe add; explained in `docs/problems/fork.md`. */
import type { ProblemKind } from './kind';

export const forkProblems = {
  'fork/field-missing': {
    severity: 'error',
    says: '{type} needs {name}, and Caffe stops without it: add it.',
  },
  'fork/field-bound': {
    severity: 'error',
    says: '{name} must be {relation} {bound}, and Caffe stops at {found}.',
  },
  'fork/field-count': {
    severity: 'error',
    says: '{name} takes {expected} {expected:value|values}, and Caffe stops at {found}.',
  },
  'fork/fields-exclude': {
    severity: 'error',
    says: '{name} and {other} say the same thing, and Caffe stops at both: remove one.',
  },
  'fork/field-contradicts': {
    severity: 'error',
    says: '{name} contradicts {other}, and Caffe stops: make them agree, or remove one.',
  },
  'fork/bottom-size': {
    severity: 'error',
    says: "{type} needs {dimension} {expected} of '{blob}', which has {found}.",
  },
  'fork/bottoms-differ': {
    severity: 'error',
    says: "{dimension} of '{blob}' is {found}, and of '{other}' {expected}: {type} needs them alike.",
  },
  'fork/order': {
    severity: 'error',
    says: 'An axis of the bottom comes once in `order`, and is below {axes}: {found} is not.',
  },
  'fork/not-implemented': {
    severity: 'error',
    says: '{name} of {type} is not implemented in this Caffe, which stops at {found}.',
  },
  'fork/interp-size': {
    severity: 'error',
    says: 'Interp needs a size: height and width, zoom_factor, or shrink_factor.',
  },
  'fork/reduction-size': {
    severity: 'error',
    says: 'The levels of a batch reduction add up to axis {axis}: {found} {found:item|items} for {expected}.',
  },
  'fork/filler-axes': {
    severity: 'error',
    says: 'This Caffe fills blobs of at most 4 axes by {filler}, and stops at {shape}.',
  },
  'fork/filler-one-axis': {
    severity: 'error',
    says: '{filler} asks for the second axis of its blob, and this one is {shape}: use constant, uniform or gaussian.',
  },
  'fork/filler-fans-differ': {
    severity: 'error',
    says: 'identity needs as many inputs as outputs: fan_in is {fanIn}, fan_out {fanOut}.',
  },
  'fork/gabor-size': {
    severity: 'error',
    says: 'gabor has kernels for 32×3×5×5, 64×3×7×7, 64×3×3×3 and 96×3×11×11 only, not for {shape}.',
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
