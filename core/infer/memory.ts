/** Caffe's conditions on memory beyond those of layer types: blobs that are too large, and losses without values. */
import { INT_MAX } from '../layers/shared/geometry';
import type { Layer } from '../net/model';
import type { ParamBlob } from '../net/rules';
import { none } from '../lists';
import { count, formatShape, type Shape } from '../net/shape';
import type { Problem } from '../problems';
import { entriesOf, has, placeOf, valueSpan, type Message } from '../schema/message';

/**
 * A learnable blob holds at most INT_MAX values (blob.cpp, Reshape), in any layer. `param` is the layer's parameter
 * message.
 */
export function checkParamSizes(layer: Layer, param: Message, params: readonly ParamBlob[]): readonly Problem[] {
  const large = params.find(({ shape }) => (count(shape) ?? 0) > INT_MAX);
  if (!large) return none;
  const sized = param.type.fields.has('num_output') && has(param, 'num_output');
  const span = sized ? placeOf(param, 'num_output') : layer.typeSpan;
  return [{ code: 'layer/param-too-large', span, args: { role: large.role, shape: formatShape(large.shape) } }];
}

/** A `loss_weight` is written into the gradient of its top, and an empty blob has no memory for one (layer.hpp, SetLossWeights). */
export function checkLossMemory(layer: Layer, tops: readonly Shape[]): readonly Problem[] {
  const weights = entriesOf(layer.message, 'loss_weight');
  if (weights.length === 0) return none;
  const index = tops.findIndex(
    (shape, i) => shape !== null && count(shape) === 0 && Number(weights[i]?.value ?? 0) !== 0,
  );
  const entry = weights[index];
  const top = layer.tops[index];
  if (!entry || !top) return [];
  const span = valueSpan(entry);
  return [{ code: 'layer/empty-loss', span, args: { blob: top.name, shape: formatShape(tops[index] ?? null) } }];
}
