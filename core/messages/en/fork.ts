import type { forkCodes } from '../../codes/fork';

export const fork: Record<keyof typeof forkCodes, string> = {
  'fork/field-missing': '{type} needs {name}, and Caffe stops without it: add it.',
  'fork/field-bound': '{name} must be {relation} {bound}, and Caffe stops at {found}.',
  'fork/field-count': '{name} takes {expected} {expected:value|values}, and Caffe stops at {found}.',
  'fork/fields-exclude': '{name} and {other} say the same thing, and Caffe stops at both: remove one.',
  'fork/field-contradicts': '{name} contradicts {other}, and Caffe stops: make them agree, or remove one.',
  'fork/bottom-size': "{type} needs {dimension} {expected} of '{blob}', which has {found}.",
  'fork/bottoms-differ': "{dimension} of '{blob}' is {found}, and of '{other}' {expected}: {type} needs them alike.",
  'fork/order': 'An axis of the bottom comes once in `order`, and is below {axes}: {found} is not.',
  'fork/not-implemented': '{name} of {type} is not implemented in this Caffe, which stops at {found}.',
  'fork/interp-size': 'Interp needs a size: height and width, zoom_factor, or shrink_factor.',
  'fork/reduction-size':
    'The levels of a batch reduction add up to axis {axis}: {found} {found:item|items} for {expected}.',
  'fork/filler-axes': 'This Caffe fills blobs of at most 4 axes by {filler}, and stops at {shape}.',
  'fork/filler-one-axis':
    '{filler} asks for the second axis of its blob, and this one is {shape}: use constant, uniform or gaussian.',
  'fork/filler-fans-differ': 'identity needs as many inputs as outputs: fan_in is {fanIn}, fan_out {fanOut}.',
  'fork/gabor-size': 'gabor has kernels for 32×3×5×5, 64×3×7×7, 64×3×3×3 and 96×3×11×11 only, not for {shape}.',
};
