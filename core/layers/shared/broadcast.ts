/**
 * Shared by Scale and Bias: a blob that covers `num_axes` (−1: all) of the bottom's axes from `axis` on, or is a second
 * bottom (scale_layer.cpp, bias_layer.cpp).
 */
import type { Layer } from '../../net/model';
import type { DeadField, SetUpInput, WrittenBlob } from '../../net/rules';
import { none, concat } from '../../lists';
import { formatShape, type Shape } from '../../net/shape';
import type { Problem, Span } from '../../problems';
import { num, placeOf, type Message } from '../../schema/message';
import { atBottom } from './at';
import { axisOf, countOf, maxAxes } from './geometry';
import type { Value } from '../../net/graph';
import { axisFrom } from './lowered';

export interface Covered {
  /** The shape of the learned blob; null where it is not known. */
  readonly shape: Shape;
  readonly problems: readonly Problem[];
}

/** The learned blob that covers `axis` … `axis + nAxes` of the first bottom. */
export function coveredBy(input: SetUpInput, nAxes: number): Covered {
  const {
    layer,
    param,
    bottoms: [data = null],
  } = input;
  const negative: readonly Problem[] =
    nAxes < -1
      ? [{ code: 'layer/num-axes-negative', span: placeOf(param, 'num_axes'), args: { num_axes: nAxes } }]
      : none;
  const { axis, problems: axisProblems } = axisOf(layer, param, 'axis', 0, data);
  const problems = concat(negative, axisProblems);
  if (data === null || axis === null || problems.length > 0)
    return { shape: unknownCover(param, nAxes, data), problems };
  if (nAxes >= 0 && axis + nAxes > data.length)
    return { shape: null, problems: [extendsPast(input, param, axis, nAxes, data)] };
  return { shape: data.slice(axis, nAxes === -1 ? undefined : axis + nAxes), problems: none };
}

/** Conditions on a second bottom that takes the place of the learned blob. */
export function checkSecond(input: SetUpInput): readonly Problem[] {
  const {
    layer,
    bottoms: [, other = null],
  } = input;
  return covering(input, other, layer.bottoms[1]?.name ?? '', layer.bottoms[1]?.span ?? layer.typeSpan);
}

/** The same conditions for blobs written in the layer: Caffe uses their shape, not `num_axes`. */
export function checkWritten(input: SetUpInput, blobs: readonly WrittenBlob[], role: string): readonly Problem[] {
  for (const { shape, span } of blobs) {
    const problems = covering(input, shape, role, span);
    if (problems.length > 0) return problems;
  }
  return [];
}

function covering(input: SetUpInput, other: Shape, blob: string, span: Span): readonly Problem[] {
  const {
    layer,
    param,
    bottoms: [data = null],
  } = input;
  if (data === null || other === null) return [];
  const { axis, problems } = other.length === 0 ? { axis: 0, problems: [] } : axisOf(layer, param, 'axis', 0, data);
  if (axis === null) return problems;
  if (data.length < axis + other.length)
    return [
      { code: 'layer/cover-extends', span, args: { blob, axis, shape: formatShape(other), data: formatShape(data) } },
    ];
  for (let i = 0; i < other.length; i++) {
    const [expected = null, found = null] = [data[axis + i], other[i]];
    if (expected !== null && found !== null && expected !== found) {
      return [
        {
          code: 'layer/cover-mismatch',
          span,
          args: { blob, axis: axis + i, expected, found, shape: formatShape(other), data: formatShape(data) },
        },
      ];
    }
  }
  return [];
}

/**
 * Caffe allocates a vector of ones, which must not be empty: for Bias with the product of all axes after the blob, for
 * Scale with the larger of that and the product of all axes before it. `nAxes` is the number of axes of the blob, −1
 * for all.
 */
export function refuseEmptyBottom(
  { layer, param, bottoms: [data = null] }: SetUpInput,
  nAxes: number,
  ones: 'after' | 'around',
): readonly Problem[] {
  if (data === null || countOf(data) !== 0) return none;
  const axis = nAxes === 0 ? 0 : num(param, 'axis');
  const from = axis < 0 ? axis + data.length : axis;
  const after = countOf(data, nAxes === -1 ? data.length : from + nAxes);
  const length = ones === 'after' ? after : Math.max(after ?? 1, countOf(data, 0, from) ?? 1);
  return length === 0 ? [atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data) })] : [];
}

/** Fields that describe the learned blob have no effect where a second bottom takes its place. */
export function secondBottomKills({ bottoms }: Layer, fields: readonly string[]): readonly DeadField[] {
  const second = bottoms[1];
  return second ? fields.map((field) => ({ field, cause: `bottom: "${second.name}"` })) : [];
}

function extendsPast({ layer }: SetUpInput, param: Message, axis: number, nAxes: number, data: Shape): Problem {
  const field = num(param, 'num_axes') === 1 ? 'axis' : 'num_axes';
  const span = param.entries.some((entry) => entry.field.name === field)
    ? placeOf(param, field)
    : (layer.bottoms[0]?.span ?? layer.typeSpan);
  return { code: 'layer/num-axes-past', span, args: { axis, num_axes: nAxes, shape: formatShape(data) } };
}

/** Each covered axis of a bottom of unknown shape is an unknown dimension. */
function unknownCover(param: Message, nAxes: number, data: Shape): Shape {
  return data === null && nAxes >= 0 && nAxes <= maxAxes && num(param, 'axis') >= 0
    ? Array.from({ length: nAxes }, () => null)
    : null;
}

/** The first axis of the bottom that a blob covers; one without axes covers all. */
export function axisOfCover(param: Message, x: Value, blob: Value): number {
  return blob.shape.length === 0 ? 0 : axisFrom(param, 'axis', x);
}
