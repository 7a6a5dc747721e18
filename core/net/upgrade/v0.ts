/** Converts V0 nets (`layers { layer { type: "conv" … } … }`) to V1 nets as Caffe does (UpgradeV0Net). */
import { suggesting, type Problem } from '../../problems';
import { entryOf, has, nameSpan, valueSpan, type Entry, type Message } from '../../schema/message';
import { nearest } from '../../text/suggest';
import { mergePadding } from './padding';
import { made, madeMessage, messageOf, moved, type Rewritten } from './rewrite';
import { placeOfV0, type Place } from './v0-fields';
import { typeOfV0, v0Types } from './v0-types';

/** A single V0 layer makes the net a V0 net. */
export function isV0Net(net: Message): boolean {
  return net.entries.some(
    ({ field, value }) => field.name === 'layers' && typeof value === 'object' && has(value, 'layer'),
  );
}

export function upgradeV0Net(entries: readonly Entry[]): Rewritten {
  const merged = mergePadding(entries.filter(({ field }) => keptFields.includes(field.name)));
  const problems = [...merged.problems];
  const upgraded = merged.entries.map((entry) => {
    if (entry.field.name !== 'layers' || typeof entry.value !== 'object') return entry;
    const inner = entryOf(entry.value, 'layer');
    if (typeof inner?.value !== 'object') {
      const isReported = problems.some(({ code }) => code === 'net/v1-in-v0');
      if (!isReported) problems.push({ code: 'net/v1-in-v0', span: entry.value.span, args: {} });
      return { ...entry, value: connectionOnly(entry.value) };
    }
    problems.push(...problemsOf(inner.value));
    return { ...entry, value: upgradeV0Layer(entry.value, inner, inner.value) };
  });
  return { entries: upgraded, problems };
}

/** All other fields of the net are dropped, including `input_shape`, `state` and current `layer`s. */
export const keptFields: readonly string[] = ['name', 'layers', 'input', 'input_dim', 'force_backward'];

/** Fields outside of the inner `layer` have no effect, except bottoms and tops. */
function connectionOnly(layer: Message): Message {
  return {
    ...layer,
    entries: layer.entries.filter(isConnection),
    state: layer.state === 'sound' ? 'damaged' : layer.state,
  };
}

function isConnection({ field }: Entry): boolean {
  return field.name === 'bottom' || field.name === 'top';
}

/**
 * Reports an unknown type, which Caffe rejects; else the fields that are dropped because the type does not use them.
 */
function problemsOf(inner: Message): readonly Problem[] {
  const entry = entryOf(inner, 'type');
  if (typeof entry?.value !== 'string') return [];
  const type = entry.value;
  if (typeOfV0(type) !== undefined) {
    const dropped = inner.entries.filter(
      ({ field }) => placeOf(field.name, type) === undefined && field.name !== 'type',
    );
    return dropped.map(({ field, node }): Problem => {
      return { code: 'net/v0-field-ignored', span: nameSpan(node), args: { name: field.name, type } };
    });
  }
  const problem: Problem = { code: 'net/unknown-v0-type', span: valueSpan(entry), args: { type, types: v0Types } };
  return [suggesting(problem, nearest(type, v0Types))];
}

function upgradeV0Layer(layer: Message, holder: Entry, inner: Message): Message {
  const typeEntry = entryOf(inner, 'type');
  const oldType = typeof typeEntry?.value === 'string' ? typeEntry.value : '';
  const type = typeOfV0(oldType);
  const entries = layer.entries.filter(isConnection);
  if (typeEntry && type !== undefined) entries.push(...made(typeEntry, layer.type, 'type', type));
  const params = new Map<string, Entry[]>();
  for (const entry of inner.entries) {
    const place = placeOf(entry.field.name, oldType);
    if (place === 'unchanged') {
      entries.push(...moved(entry, layer.type, entry.field.name));
    } else if (place) {
      const owner = messageOf(layer.type, place.param);
      const fields = params.get(place.param) ?? [];
      if (owner) fields.push(...moved(entry, owner, place.field));
      params.set(place.param, fields);
    }
  }
  for (const [name, fields] of params) {
    const param = messageOf(layer.type, name);
    if (param) entries.push(...made(holder, layer.type, name, madeMessage(param, inner.span, fields)));
  }
  const isRejected = typeEntry !== undefined && type === undefined && layer.state === 'sound';
  return { ...layer, entries, state: isRejected ? 'damaged' : layer.state };
}

/** `unchanged`: V1 has the field under the same name, beside its params. */
function placeOf(field: string, type: string): Place | 'unchanged' | undefined {
  if (unchanged.includes(field) || (field === 'hdf5_output_param' && type === 'hdf5_output')) return 'unchanged';
  return placeOfV0(field, type);
}

const unchanged = ['name', 'blobs', 'blobs_lr', 'weight_decay'];
