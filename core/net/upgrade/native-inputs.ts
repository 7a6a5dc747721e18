/**
 * Caffe before the Input layer: a net makes its inputs itself, with exactly one shape each, all given in the same way
 * (net.cpp, Init, until 2016).
 */
import type { Problem } from '../../problems';
import { nameSpan, type Entry } from '../../schema/message';
import type { Schema } from '../../schema/types';
import { typeOf } from './rewrite';

/** num, channels, height and width: the number of `input_dim` per input. */
export const dimsPerInput = 4;

export function hasNativeInputs(schema: Schema): boolean {
  return typeOf(schema, 'LayerParameter').lacked?.has('input_param') === true;
}

export function nativeInputProblems(
  inputs: readonly Entry[],
  shapes: readonly Entry[],
  dims: readonly Entry[],
): readonly Problem[] {
  const [dim] = dims;
  if (dim && shapes.length > 0) return [{ code: 'net/input-shape-and-dim', span: nameSpan(dim.node), args: {} }];
  const [given, expected] = dim ? [dims, dimsPerInput * inputs.length] : [shapes, inputs.length];
  if (given.length === expected) return [];
  const place = given[expected] ?? inputs[Math.floor((given.length * inputs.length) / expected)];
  const args = { name: dim ? 'input_dim' : 'input_shape', inputs: inputs.length, expected, found: given.length };
  return place ? [{ code: 'net/input-count', span: nameSpan(place.node), args }] : [];
}
