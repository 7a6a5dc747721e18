/**
 * Every place where a text names a blob, a layer or a shared param, in any of Caffe's formats. Upgrades replace some
 * names (the blobs of a padding layer disappear), so this reads the message before upgrading.
 */
import { placeOfName } from '../net/heads';
import type { Span } from '../problems';
import type { Entry, Message } from '../schema/message';

export type Naming = 'blob' | 'layer' | 'param';

export interface WrittenName {
  readonly naming: Naming;
  readonly name: string;
  /** The span of the characters, without quotes where the name is one plain string. */
  readonly span: Span;
}

/** In text order. `net` is a NetParameter as `bind` returns it. */
export function writtenNames(net: Message): readonly WrittenName[] {
  const names: WrittenName[] = [];
  const add = (naming: Naming, entry: Entry): void => {
    if (typeof entry.value === 'string' && entry.value !== '') names.push({ naming, ...placeOfName(entry) });
  };
  for (const entry of net.entries) {
    if (entry.field.name === 'input') add('blob', entry);
    else if (entry.field.name === 'layer' || entry.field.name === 'layers') inLayer(entry, add);
  }
  return names;
}

function inLayer({ value: layer }: Entry, add: (naming: Naming, entry: Entry) => void): void {
  if (typeof layer !== 'object') return;
  for (const entry of layer.entries) {
    switch (entry.field.name) {
      case 'bottom':
      case 'top':
        add('blob', entry);
        break;
      case 'name':
        add('layer', entry);
        break;
      case 'layer':
        if (typeof entry.value === 'object')
          for (const inner of entry.value.entries) if (inner.field.name === 'name') add('layer', inner);
        break;
      case 'param':
        if (typeof entry.value !== 'object') add('param', entry);
        else for (const inner of entry.value.entries) if (inner.field.name === 'name') add('param', inner);
        break;
    }
  }
}
