/** The `param` messages of today out of the lists of old: names, share modes, learning rates and decays by position. */
import { entriesOf, type Entry, type Message } from '../../schema/message';
import type { Schema } from '../../schema/types';
import { fieldNamed, retarget, spanOf, synthetic, typeNamed } from './synthesis';

/** Old list → field of ParamSpec. */
const lists = [
  ['param', 'name'],
  ['blob_share_mode', 'share_mode'],
  ['blobs_lr', 'lr_mult'],
  ['weight_decay', 'decay_mult'],
] as const;

/** `old` is a V1LayerParameter or V0LayerParameter; a list that it lacks counts as empty. */
export function paramSpecsOf(old: Message, schema: Schema): readonly Entry[] {
  const spec = typeNamed(schema, 'ParamSpec');
  const specs: Entry[][] = [];
  for (const [list, target] of lists) {
    if (!old.type.fields.has(list)) continue;
    entriesOf(old, list).forEach((entry, i) => (specs[i] ??= []).push(retarget(entry, fieldNamed(spec, target))));
  }
  const param = fieldNamed(typeNamed(schema, 'LayerParameter'), 'param');
  return Array.from(specs, (entries = []) => entries).flatMap((entries) => {
    const [first] = entries;
    return first ? [retarget(first, param, synthetic(spec, spanOf(first), entries))] : [];
  });
}
