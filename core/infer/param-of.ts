import type { Layer } from '../net/model';
import type { LayerRule } from '../net/rules';
import { emptyMessage, fieldOf, sub, type Message } from '../schema/message';
import type { InferredLayer } from './types';

/** The layer's own parameter message, empty where it is not written; LayerParameter itself if the rule has none. */
export function paramOf(layer: Layer, rule: LayerRule): Message {
  if (rule.param === undefined) return layer.message;
  const written = sub(layer.message, rule.param);
  if (written) return written;
  const type = fieldOf(layer.message.type, rule.param)?.message;
  return type ? emptyMessage(type, layer.typeSpan) : layer.message;
}

/** As `paramOf`, but undefined where the message is not written or the type is unknown. */
export function writtenParamOf({ layer, rule }: Pick<InferredLayer, 'layer' | 'rule'>): Message | undefined {
  return rule?.param === undefined ? undefined : sub(layer.message, rule.param);
}
