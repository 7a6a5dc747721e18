/** Conditions that several fillers share. Each function returns the problems it finds. */
import type { FillInput } from '../net/rules';
import { none } from '../lists';
import { count, formatShape } from '../net/shape';
import { problemAt, type ArgumentsOf, type Code, type Problem } from '../problems';
import { fieldPlaceOf, num, type Message } from '../schema/message';

/** Every filler but gaussian rejects `sparse` ≠ -1 (filler.hpp), for any blob. */
export function refuseSparse({ filler }: FillInput, type: string): readonly Problem[] {
  const sparse = num(filler, 'sparse');
  return sparse === -1 ? none : [at(filler, 'sparse', 'filler/sparse-unsupported', { type, sparse })];
}

/** A blob without values has no memory for a filler to write to (blob.cpp, `CHECK(data_)`). */
export function refuseEmpty({ shape, span }: FillInput, type: string): readonly Problem[] {
  return shape !== null && count(shape) === 0
    ? [{ code: 'filler/empty-blob', span, args: { type, shape: formatShape(shape) } }]
    : none;
}

/** Fillers that read `shape(0)` abort on a blob without axes, such as a PReLU's shared slope. */
export function refuseScalar({ shape, span }: FillInput, type: string): readonly Problem[] {
  return shape !== null && shape.length === 0 ? [{ code: 'filler/no-axes', span, args: { type } }] : none;
}

/** `caffe_rng_gaussian` checks that sigma is above 0. */
export function refuseStd({ filler }: FillInput): readonly Problem[] {
  const std = num(filler, 'std');
  return std > 0 ? none : [at(filler, 'std', 'filler/std-not-positive', { std })];
}

/** The problem at the field, or at the filler if the field is not written. */
export function at<C extends Code>(filler: Message, field: string, code: C, args: ArgumentsOf<C>): Problem {
  return problemAt(code, fieldPlaceOf(filler, field), args);
}
