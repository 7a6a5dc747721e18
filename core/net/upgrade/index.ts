/**
 * Nets of all ages as Caffe's own upgrades make them today's (upgrade_proto.cpp): V0 and V1 layers, old data
 * transformations, `input` fields, BatchNorm's three old `param`s. A net that needs none comes back as it is.
 */
import type { Problem } from '../../problems';
import { entriesOf, entryOf, str, type Entry, type Message } from '../../schema/message';
import type { Schema } from '../../schema/types';
import { inputLayerOf } from './inputs';
import { fieldNamed, retarget, spanOf, withEntries } from './synthesis';
import { upgradeV0Layers } from './v0';
import { isV0, upgradeV1Layer } from './v1';

export interface Upgraded {
  /** A NetParameter whose layers are all in `layer`, in Caffe's order. */
  readonly message: Message;
  readonly problems: readonly Problem[];
}

export function upgradeNet(net: Message, schema: Schema): Upgraded {
  const old = entriesOf(net, 'layers');
  if (old.length === 0 && !entryOf(net, 'input') && !net.entries.some(isThreeParamBatchNorm)) return { message: net, problems: [] };
  const problems: Problem[] = [];
  const layers = old.length > 0 ? upgradeLayers(net, old, schema, problems) : entriesOf(net, 'layer');
  const inputs = inputLayerOf(net, schema);
  problems.push(...inputs.problems);
  const rest = net.entries.filter(({ field: { name } }) => !name.startsWith('layer') && !name.startsWith('input'));
  const front = inputs.layer ? [inputs.layer] : [];
  return { message: withEntries(net, net.type, [...rest, ...front, ...layers.map(withoutOldParams)]), problems };
}

function upgradeLayers(net: Message, old: readonly Entry[], schema: Schema, problems: Problem[]): readonly Entry[] {
  const modern = entriesOf(net, 'layer');
  const [first] = old;
  if (modern.length > 0 && first) problems.push({ code: 'net/layer-and-layers', span: spanOf(first), args: {} });
  const field = fieldNamed(net.type, 'layer');
  if (old.some(({ value }) => typeof value === 'object' && isV0(value))) {
    const upgraded = upgradeV0Layers(old, schema);
    problems.push(...upgraded.problems);
    return [...modern, ...upgraded.layers];
  }
  const upgraded = old.map((entry) => (typeof entry.value === 'object' ? retarget(entry, field, upgradeV1Layer(entry.value, schema)) : entry));
  return [...modern, ...upgraded];
}

/** BatchNorm once asked for three `param`s with lr_mult 0; Caffe drops them, names and all (UpgradeNetBatchNorm). */
function withoutOldParams(entry: Entry): Entry {
  if (!isThreeParamBatchNorm(entry)) return entry;
  const layer = entry.value as Message;
  return retarget(entry, entry.field, withEntries(layer, layer.type, layer.entries.filter(({ field }) => field.name !== 'param')));
}

function isThreeParamBatchNorm({ field, value }: Entry): boolean {
  return field.name === 'layer' && typeof value === 'object' && value.entries.length > 3 && isBatchNorm(value);
}

function isBatchNorm(layer: Message): boolean {
  let nParams = 0;
  for (const { field } of layer.entries) if (field.name === 'param') nParams++;
  return nParams === 3 && str(layer, 'type') === 'BatchNorm';
}
