/**
 * Caffe's own upgrades of old nets (upgrade_proto.cpp, UpgradeNetAsNeeded), in its order: V0 layers, data fields that
 * moved to `transform_param`, V1 layers, `input` fields, BatchNorm layers with three params. A Caffe that makes a net's
 * inputs natively is older than the last two.
 */
import type { Problem } from '../../problems';
import { nameSpan, type Entry, type Message } from '../../schema/message';
import type { Schema } from '../../schema/types';
import { isOldBatchNorm, upgradeBatchNorm } from './batch-norm';
import { withTransformParam } from './data-transform';
import { inputFields, upgradeInputs } from './inputs';
import { hasNativeInputs } from './native-inputs';
import { typeOf } from './rewrite';
import { isV0Net, upgradeV0Net } from './v0';
import { upgradeV1Layer } from './v1';

export interface Upgraded {
  /** A NetParameter with `layer`s only, in the current format; the original object where nothing is old. */
  readonly message: Message;
  readonly problems: readonly Problem[];
}

/**
 * Rewritten entries keep the nodes that they come from, so that every span still refers to the text. The Input layer
 * made from `input` fields has no node and comes first; its entry has the node of the first `input`.
 */
export function upgradeNet(message: Message, schema: Schema): Upgraded {
  const old = oldParts(message);
  if (!old) return { message, problems: [] };
  const problems: Problem[] = [];
  let { entries } = message;
  if (old.layers) {
    problems.push({ code: 'net/old-format', span: nameSpan(old.layers.node), args: {} });
    if (isV0Net(message)) {
      const v0 = upgradeV0Net(entries);
      entries = v0.entries;
      problems.push(...v0.problems);
    } else {
      problems.push(...mixedFormats(entries));
    }
    entries = entries.map((entry) => upgradeLayers(entry, schema));
  }
  if (old.input) {
    const inputs = upgradeInputs(message, entries, schema);
    entries = inputs.entries;
    problems.push(...inputs.problems);
  }
  return {
    message: { ...message, entries: hasNativeInputs(schema) ? entries : entries.map(upgradeBatchNorms) },
    problems,
  };
}

interface OldParts {
  /** The first `layers`. */
  readonly layers: Entry | undefined;
  readonly input: boolean;
}

/** Undefined for a net that needs no change, so that current nets only pay for this check. */
function oldParts({ entries }: Message): OldParts | undefined {
  let layers: Entry | undefined;
  let input = false;
  let batchNorm = false;
  for (const entry of entries) {
    const { name } = entry.field;
    if (name === 'layer') batchNorm ||= isOldBatchNorm(entry.value);
    else if (name === 'layers') layers ??= entry;
    else if (inputFields.includes(name)) input = true;
  }
  return layers || input || batchNorm ? { layers, input } : undefined;
}

function upgradeLayers(entry: Entry, schema: Schema): Entry {
  if (entry.field.name !== 'layers' || typeof entry.value !== 'object') return entry;
  const field = typeOf(schema, 'NetParameter').fields.get('layer');
  return field ? { ...entry, field, value: upgradeV1Layer(withTransformParam(entry.value, schema), schema) } : entry;
}

function upgradeBatchNorms(entry: Entry): Entry {
  return entry.field.name === 'layer' && isOldBatchNorm(entry.value)
    ? { ...entry, value: upgradeBatchNorm(entry.value) }
    : entry;
}

/** Caffe rejects `layer` beside V1 `layers`; the first of the rarer kind is reported. */
function mixedFormats(entries: readonly Entry[]): readonly Problem[] {
  const modern = entries.filter(({ field }) => field.name === 'layer');
  const old = entries.filter(({ field }) => field.name === 'layers');
  const rare = modern.length < old.length ? modern[0] : old[0];
  if (!rare || modern.length === 0) return [];
  const args = { found: rare.field.name, layer: modern.length, layers: old.length };
  return [{ code: 'net/layer-and-layers', span: nameSpan(rare.node), args }];
}
