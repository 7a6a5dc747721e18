/**
 * Kernel, stride, pad and dilation of Convolution, Deconvolution and Im2col per axis: given once for all axes, once per
 * axis, or, with two axes, as `_h` and `_w` (base_conv_layer.cpp, im2col_layer.cpp).
 */
import { problemAt, type Problem, type Span } from '../../problems';
import { entriesOf, has, num, nums, placeOf, valueSpan, type Message } from '../../schema/message';
import { none } from '../../lists';
import { int32 } from './geometry';

export interface Spatial {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly pad: readonly number[];
  readonly dilation: readonly number[];
  readonly problems: readonly Problem[];
}

/**
 * `nAxes` is the number of axes after the channels. A convolution divides by its stride, a deconvolution multiplies.
 */
export function spatialOf(param: Message, nAxes: number, use: 'divides' | 'multiplies'): Spatial {
  const problems: Problem[] = [];
  const kernel = valuesOf(param, 'kernel_size', ['kernel_h', 'kernel_w'], nAxes, undefined, problems);
  const stride = valuesOf(param, 'stride', ['stride_h', 'stride_w'], nAxes, 1, problems);
  const pad = valuesOf(param, 'pad', ['pad_h', 'pad_w'], nAxes, 0, problems);
  const dilation = valuesOf(param, 'dilation', undefined, nAxes, 1, problems);
  kernel.forEach((size, axis) => {
    if (size > 0) return;
    const half = halfOf(param, ['kernel_h', 'kernel_w'], axis);
    problems.push(
      half ?? notPositive('layer/kernel-not-positive', param, 'kernel_size', ['kernel_h', 'kernel_w'], axis, size),
    );
  });
  stride.forEach((step, axis) => {
    if (step <= 0 && stride.indexOf(step) === axis) {
      // Caffe only checks the plain field; a zero `stride_h` or `stride_w` causes a division by zero.
      const code =
        has(param, 'stride_h') || has(param, 'stride_w') ? 'layer/stride-crash' : 'layer/stride-not-positive';
      if (code === 'layer/stride-not-positive' || (step === 0 && use === 'divides')) {
        problems.push(notPositive(code, param, 'stride', ['stride_h', 'stride_w'], axis, step));
      }
    }
  });
  return { kernel, stride, pad, dilation, problems };
}

/** The span of the value for one axis, else of the field's other half, else of the parameter message. */
export function spatialPlace(param: Message, plain: string, pair: readonly string[], axis: number): Span {
  const entries = entriesOf(param, plain);
  const entry = entries[entries.length > 1 ? axis : 0];
  if (entry) return valueSpan(entry);
  const own = pair[axis];
  if (own !== undefined && has(param, own)) return placeOf(param, own);
  const other = pair.find((field) => has(param, field));
  return other === undefined ? param.span : placeOf(param, other);
}

/** Where only the other half of a pair is written, this one is 0. */
function halfOf(param: Message, pair: readonly [string, string], axis: number): Problem | undefined {
  const written = pair[1 - axis];
  if (written === undefined || !has(param, written) || has(param, pair[axis] ?? '')) return undefined;
  return { code: 'layer/half-of-pair', span: placeOf(param, written), args: { name: written, pair } };
}

function notPositive(
  code: 'layer/kernel-not-positive' | 'layer/stride-not-positive' | 'layer/stride-crash',
  param: Message,
  plain: string,
  pair: readonly string[],
  axis: number,
  value: number,
): Problem {
  const name = entriesOf(param, plain).length > 0 ? plain : (pair[axis] ?? plain);
  return problemAt(code, spatialPlace(param, plain, pair, axis), { name, value });
}

function valuesOf(
  param: Message,
  plain: string,
  pair: readonly [string, string] | undefined,
  nAxes: number,
  fallback: number | undefined,
  problems: Problem[],
): readonly number[] {
  const written = nums(param, plain);
  const half = pair && writtenOf(param, pair);
  if (pair && half !== undefined) {
    if (nAxes !== 2) {
      problems.push({ code: 'layer/pair-needs-two-axes', span: placeOf(param, half), args: { pair, axes: nAxes } });
      return [];
    }
    if (written.length > 0) {
      problems.push({ code: 'layer/pair-and-plain', span: placeOf(param, plain), args: { plain, pair } });
      return [];
    }
    return pair.map((field) => int32(num(param, field)));
  }
  if (written.length === 1) return onEach(nAxes, int32(written[0] ?? 0));
  if (written.length === nAxes) return written.map(int32);
  if (written.length === 0 && fallback !== undefined) return onEach(nAxes, fallback);
  const last = entriesOf(param, plain)[nAxes] ?? entriesOf(param, plain)[0];
  const span = last ? valueSpan(last) : param.span;
  problems.push(
    written.length === 0
      ? { code: 'layer/kernel-missing', span, args: {} }
      : { code: 'layer/spatial-count', span, args: { name: plain, found: written.length, axes: nAxes } },
  );
  return [];
}

function writtenOf(param: Message, [first, second]: readonly [string, string]): string | undefined {
  return has(param, first) ? first : has(param, second) ? second : undefined;
}

function onEach(nAxes: number, value: number): readonly number[] {
  return nAxes <= 0 ? none : new Array<number>(nAxes).fill(value);
}
