import type { Entry, Message } from '../../schema/message';
import { made } from './rewrite';

/** A BatchNorm layer with three params, from when the rates of its statistics had to be set to 0 in the file. */
export function isOldBatchNorm(layer: Entry['value']): layer is Message {
  if (typeof layer !== 'object') return false;
  let nParams = 0;
  let type: Entry['value'];
  for (let i = 0; i < layer.entries.length; i++) {
    const { field, value } = layer.entries[i] as Entry;
    if (field.name === 'param') nParams++;
    else if (field.name === 'type') type = value;
  }
  return nParams === 3 && type === 'BatchNorm';
}

/** All three get `lr_mult` and `decay_mult` 0, whatever is written (UpgradeNetBatchNorm). */
export function upgradeBatchNorm(layer: Message): Message {
  const entries = layer.entries.map((entry) => {
    const { field, value } = entry;
    return field.name === 'param' && typeof value === 'object' ? { ...entry, value: frozen(value, entry) } : entry;
  });
  return { ...layer, entries };
}

const rates = ['lr_mult', 'decay_mult'];

function frozen(param: Message, holder: Entry): Message {
  const kept = param.entries.filter(({ field }) => !rates.includes(field.name));
  const zeros = rates.flatMap((name) => {
    const written = param.entries.find(({ field }) => field.name === name);
    return made(written ?? holder, param.type, name, 0);
  });
  return { ...param, entries: [...kept, ...zeros] };
}
