/** Prepares a net for a run: with another batch size, other weights, and inputs in place of layers that read data. */
import { inferLikely } from '../infer/likely';
import { paramOf } from '../infer/param-of';
import type { StateAnalysis } from '../infer/types';
import type { Dialect } from '../dialects/dialect';
import type { Layer } from '../net/model';
import type { World } from '../net/rules';
import type { Span } from '../problems';
import { emptyMessage, fieldOf, type Entry, type Message } from '../schema/message';
import type { FieldNode, MessageNode } from '../text/tree';
import type { WeightFiller } from './what-if';

export interface Variation {
  /** Batch size of all inputs; undefined for the file's own. */
  readonly batch?: number | undefined;
  /** For the weights of every Convolution, Deconvolution and InnerProduct; undefined for the file's own. */
  readonly filler?: WeightFiller | undefined;
}

/**
 * Layers that make data draw nothing, since their tops are inputs; the draws they would have made don't shift any
 * weight.
 */
export function varied(analysis: StateAnalysis, dialect: Dialect, world: World, variation: Variation): StateAnalysis {
  const { batch, filler } = variation;
  const changes = (layer: Layer): Layer => {
    const rule = dialect.layers.get(layer.type);
    if (rule?.param === undefined) return layer;
    const changed =
      rule.source && batch !== undefined
        ? withBatch(paramOf(layer, rule), batch)
        : rule.startsGradient && filler !== undefined
          ? withFiller(paramOf(layer, rule), filler)
          : undefined;
    return changed ? { ...layer, message: withField(layer.message, rule.param, changed) } : layer;
  };
  const layers = analysis.net.layers.map(changes);
  const isSame = layers.every((layer, i) => layer === analysis.net.layers[i]);
  const inferred = isSame ? analysis : inferLikely({ ...analysis.net, layers }, dialect, world);
  return {
    ...inferred,
    layers: inferred.layers.map((layer) =>
      layer.rule?.source && !layer.rule.onnx ? { ...layer, draws: undefined } : layer,
    ),
  };
}

/** Sets the first dimension of each shape, the old `num`, and `batch_size`. */
function withBatch(param: Message, batch: number): Message {
  const sized = param.entries.map((entry): Entry => {
    const { name } = entry.field;
    if (name === 'num') return { ...entry, value: batch };
    if (name !== 'shape' || typeof entry.value !== 'object') return entry;
    const { entries } = entry.value;
    const first = entries.findIndex(({ field }) => field.name === 'dim');
    const value = {
      ...entry.value,
      entries: entries.map((each, i) => (i === first ? { ...each, value: batch } : each)),
    };
    return { ...entry, value };
  });
  const changed = { ...param, entries: sized };
  return fieldOf(param.type, 'batch_size') ? withField(changed, 'batch_size', batch) : changed;
}

function withFiller(param: Message, filler: WeightFiller): Message {
  const type = fieldOf(param.type, 'weight_filler')?.message;
  if (!type) return param;
  const empty = emptyMessage(type, param.span);
  const named = withField(empty, 'type', filler === 'msra' ? 'msra' : 'xavier');
  const whole = filler === 'average' ? withField(named, 'variance_norm', 'AVERAGE') : named;
  // A message counts as written, rather than default, if it has a node.
  return withField(param, 'weight_filler', { ...whole, node: param.node ?? messageAt(param.span) });
}

/** The message with the field set to a value, at the span of its existing entry, or of the message's first field. */
function withField(message: Message, name: string, value: Entry['value']): Message {
  const field = fieldOf(message.type, name);
  if (!field) return message;
  const kept = message.entries.filter((entry) => entry.field.name !== name);
  const [place] = message.entries;
  const node = place?.node ?? fieldAt(name, message.span);
  return {
    ...message,
    entries: [...kept, { field, node, valueNode: place?.valueNode ?? messageAt(message.span), value }],
  };
}

function messageAt({ start, end }: Span): MessageNode {
  return { kind: 'message', start, end, closed: true, fields: [] };
}

function fieldAt(name: string, { start, end }: Span): FieldNode {
  return { kind: 'field', name, start, nameEnd: end, colon: -1, value: undefined, end };
}
