/** What every state needs from the layers of a file, read once: names, types, blobs, rules and their spans. */
import { appended, none } from '../lists';
import type { Span } from '../problems';
import { entriesOf, str, subs, type Entry, type Message } from '../schema/message';
import { readRule, type StateRule } from './state';

export interface LayerHead {
  readonly message: Message;
  readonly name: string;
  readonly type: string;
  readonly nameSpan: Span;
  readonly typeSpan: Span;
  readonly span: Span;
  readonly bottoms: readonly NamedPlace[];
  readonly tops: readonly NamedPlace[];
  readonly includes: readonly StateRule[];
  readonly excludes: readonly StateRule[];
  /** Null where one cannot be read. */
  readonly lossWeights: readonly (number | null)[];
}

export interface NamedPlace {
  readonly name: string;
  readonly span: Span;
  /** True where the name can't be read or is missing. */
  readonly isUnread: boolean;
}

/** The layers of an upgraded NetParameter, in Caffe's order. */
export function headsOf(net: Message): readonly LayerHead[] {
  const heads: LayerHead[] = [];
  for (const entry of net.entries) {
    if (entry.field.name === 'layer' && typeof entry.value === 'object') heads.push(headOf(entry.value, entry));
  }
  return heads;
}

function headOf(message: Message, entry: Entry): LayerHead {
  let name: Entry | undefined;
  let type: Entry | undefined;
  let bottoms: NamedPlace[] | undefined;
  let tops: NamedPlace[] | undefined;
  let includes: readonly StateRule[] = none;
  let excludes: readonly StateRule[] = none;
  let lossWeights: LayerHead['lossWeights'] = none;
  const { entries } = message;
  for (let i = 0; i < entries.length; i++) {
    const field = entries[i] as Entry;
    switch (field.field.name) {
      case 'name':
        name = field;
        break;
      case 'type':
        type = field;
        break;
      case 'bottom':
        bottoms = appended(bottoms, placeOfName(field));
        break;
      case 'top':
        tops = appended(tops, placeOfName(field));
        break;
      case 'include':
        if (includes.length === 0) includes = subs(message, 'include').map(readRule);
        break;
      case 'exclude':
        if (excludes.length === 0) excludes = subs(message, 'exclude').map(readRule);
        break;
      case 'loss_weight':
        if (lossWeights.length === 0) lossWeights = lossWeightsOf(message);
        break;
    }
  }
  return {
    message,
    name: str(message, 'name'),
    type: str(message, 'type'),
    nameSpan: name ? spanOfName(name) : message.span,
    typeSpan: type ? spanOfName(type) : message.span,
    span: { start: entry.node.start, end: entry.node.end },
    bottoms: bottoms ?? none,
    tops: tops ?? none,
    includes,
    excludes,
    lossWeights,
  };
}

/** Each `loss_weight` of a layer; null where one cannot be read. */
export function lossWeightsOf(layer: Message): LayerHead['lossWeights'] {
  return entriesOf(layer, 'loss_weight').map(({ value }) => (typeof value === 'number' ? value : null));
}

/** The first `exclude` of a layer that has both `include` and `exclude`, which may not be mixed. */
export function mixedRule(head: LayerHead): Entry | undefined {
  return head.includes.length > 0 && head.excludes.length > 0 ? entriesOf(head.message, 'exclude')[0] : undefined;
}

/** A string field's value and the span of its characters, without the quotes where it is one plain string. */
export function placeOfName(entry: Entry): NamedPlace {
  const { value } = entry;
  return { name: typeof value === 'string' ? value : '', span: spanOfName(entry), isUnread: value === undefined };
}

function spanOfName({ value, valueNode }: Entry): Span {
  const { start, end } = valueNode;
  const length = typeof value === 'string' ? value.length : 0;
  const plain = length > 0 && valueNode.kind === 'scalar' && valueNode.token === 'string' && end - start === length + 2;
  return plain ? { start: start + 1, end: end - 1 } : { start, end };
}
