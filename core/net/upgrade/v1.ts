/** Converts one V1 layer (`layers { type: RELU … }`) to a LayerParameter as Caffe does (UpgradeV1LayerParameter). */
import { appended } from '../../lists';
import { valueSpan, type Entry, type Message } from '../../schema/message';
import type { Schema } from '../../schema/types';
import { made, madeMessage, moved, typeOf } from './rewrite';
import { typeOfV1 } from './v1-types';

export function upgradeV1Layer(layer: Message, schema: Schema): Message {
  const type = typeOf(schema, 'LayerParameter');
  const entries: Entry[] = [];
  const lists = new Map<string, Entry[]>();
  for (const entry of layer.entries) {
    const { name } = entry.field;
    if (name in specFields) {
      lists.set(name, appended(lists.get(name), entry));
    } else if (name === 'type') {
      entries.push(...made(entry, type, 'type', typeof entry.value === 'string' ? typeOfV1(entry.value) : undefined));
    } else if (name !== 'layer') {
      entries.push(...moved(entry, type, name));
    }
  }
  return { ...layer, type, entries: [...entries, ...paramsOf(lists, schema)] };
}

/** V1's four lists, the i-th item of each for the i-th blob, and the field of ParamSpec that each became. */
export const specFields: Readonly<Record<string, string>> = {
  param: 'name',
  blob_share_mode: 'share_mode',
  blobs_lr: 'lr_mult',
  weight_decay: 'decay_mult',
};

function paramsOf(lists: ReadonlyMap<string, readonly Entry[]>, schema: Schema): readonly Entry[] {
  if (lists.size === 0) return [];
  const spec = typeOf(schema, 'ParamSpec');
  const layer = typeOf(schema, 'LayerParameter');
  const length = Math.max(...[...lists.values()].map((list) => list.length));
  return Array.from({ length }, (_, i) => i).flatMap((i) => {
    const causes = Object.keys(specFields).flatMap((name) => lists.get(name)?.[i] ?? []);
    const [first] = causes;
    const fields = causes.flatMap((entry) => moved(entry, spec, specFields[entry.field.name] ?? ''));
    return first ? made(first, layer, 'param', madeMessage(spec, valueSpan(first), fields)) : [];
  });
}
