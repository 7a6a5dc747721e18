/** The values that conditions of targets name: the fields of a layer, its shapes, and its windows. */
import type { InferredLayer } from '../infer/types';
import { entriesOf, entryOf, fieldOf, has, nums, type Entry, type Message } from '../schema/message';
import type { Scope, Value } from './condition';

/**
 * `unread`: how many fields of the layer's parameter message the target's parser lacks.
 *
 * `bottom` and `top` are lists of shapes, `layer` has `name`, `type`, `bottoms` and `tops` (their numbers), `window` has
 * `kernel`, `stride`, `pad` and `dilation` of each spatial axis, and `param` is the layer's parameter message, for a
 * field that has one of these names. Any other name is a field of that message, with its default; a repeated one is a
 * list.
 */
export function scopeOf({ layer, bottoms, tops }: InferredLayer, param: Message | undefined, unread = 0): Scope {
  return {
    has: (field) => param !== undefined && has(param, field),
    value: (name) => {
      switch (name) {
        case 'bottom':
          return bottoms;
        case 'top':
          return tops;
        case 'layer':
          return { name: layer.name, type: layer.type, bottoms: layer.bottoms.length, tops: layer.tops.length };
        case 'unread':
          return unread;
        case 'param':
          return param ? fieldsOf(param) : null;
        case 'window':
          return param ? windowOf(param, bottoms[0] ?? null) : null;
        default:
          return param ? fieldValue(param, name) : null;
      }
    },
  };
}

/** Null where the schema has no such field, or its value can't be read. */
export function fieldValue(message: Message, name: string): Value {
  const field = fieldOf(message.type, name);
  if (!field) return null;
  if (field.label === 'repeated') return entriesOf(message, name).map(entryValue);
  const entry = entryOf(message, name);
  if (entry) return entryValue(entry);
  return field.message ? emptyOf(field.message) : (field.default ?? null);
}

function entryValue({ value }: Entry): Value {
  if (value === undefined) return null;
  return typeof value === 'object' ? fieldsOf(value) : value;
}

function fieldsOf(message: Message): Value {
  return Object.fromEntries([...message.type.fields.keys()].map((name) => [name, fieldValue(message, name)]));
}

function emptyOf(type: Message['type']): Value {
  return Object.fromEntries(
    [...type.fields.values()].map((field) => [
      field.name,
      field.label === 'repeated' ? [] : field.message ? null : (field.default ?? null),
    ]),
  );
}

const parts = { kernel: 'kernel_size', stride: 'stride', pad: 'pad', dilation: 'dilation' } as const;
const usual = { kernel: null, stride: 1, pad: 0, dilation: 1 } as const;

/** As in Convolution and Pooling: the fields of height and width override the common one, whose last value repeats. */
function windowOf(param: Message, bottom: readonly (number | null)[] | null): Value {
  const axes = bottom === null ? 2 : Math.max(0, bottom.length - 2);
  const isGlobal = fieldValue(param, 'global_pooling') === true;
  const entries = Object.entries(parts).map(([part, field]) => {
    const written = fieldOf(param.type, field) ? nums(param, field) : [];
    const values = Array.from({ length: axes }, (_, axis): Value => {
      if (part === 'kernel' && isGlobal) return bottom?.[axis + 2] ?? null;
      const own = `${part}_${axis === 0 ? 'h' : 'w'}`;
      if (axis < 2 && has(param, own)) return fieldValue(param, own);
      return written[axis] ?? written.at(-1) ?? usual[part as keyof typeof usual];
    });
    return [part, values] as const;
  });
  return Object.fromEntries(entries);
}
