/**
 * The n that xavier and msra scale by. Caffe computes it from the weight blob alone (filler.hpp): fan_in = count /
 * shape[0] and fan_out = count / shape[1], or count where there is one axis. So fans appear swapped for Deconvolution,
 * `transpose` and Embed, whose first axis is not the output, and `group` divides fan_in but not fan_out.
 */
import type { FillInput } from '../net/rules';
import { count, type Dim, type Shape } from '../net/shape';
import { str } from '../schema/message';

export function fanIn(shape: Shape): Dim {
  return shape === null || shape.length === 0 ? null : quotient(count(shape), shape[0] ?? null, count(shape, 1));
}

export function fanOut(shape: Shape): Dim {
  if (shape === null || shape.length === 0) return null;
  if (shape.length === 1) return count(shape);
  return quotient(count(shape), shape[1] ?? null, product(shape[0] ?? null, count(shape, 2)));
}

/** n by `variance_norm`, a float: `AVERAGE` adds as integers and halves as floats. */
export function scaleBy({ filler, fanIn: incoming, fanOut: outgoing }: FillInput): Dim {
  switch (str(filler, 'variance_norm')) {
    case 'FAN_OUT':
      return outgoing === null ? null : Math.fround(outgoing);
    case 'AVERAGE':
      return incoming === null || outgoing === null ? null : Math.fround(Math.fround((incoming + outgoing) | 0) / 2);
    default:
      return incoming === null ? null : Math.fround(incoming);
  }
}

/** The name of n in formulas. */
export function nameOfScale({ filler }: FillInput): string {
  switch (str(filler, 'variance_norm')) {
    case 'FAN_OUT':
      return 'fan_out';
    case 'AVERAGE':
      return '(fan_in + fan_out) / 2';
    default:
      return 'fan_in';
  }
}

function product(a: Dim, b: Dim): Dim {
  if (a === 0 || b === 0) return 0;
  return a === null || b === null ? null : a * b;
}

/** count / dim as integers; where only that axis is unknown, the product of the others. */
function quotient(total: Dim, dim: Dim, others: Dim): Dim {
  if (dim === 0) return null;
  if (total === null || dim === null) return others;
  return Math.trunc(total / dim);
}
