/** Scaling and cropping of data, which moved from the V1 data layers' own params to `transform_param`. */
import { entryOf, type Entry, type Message } from '../../schema/message';
import type { Schema } from '../../schema/types';
import { madeMessage, made, moved, typeOf } from './rewrite';

/** The message that contained a V1 data layer's fields. */
export const dataParams: Readonly<Record<string, string>> = {
  DATA: 'data_param',
  IMAGE_DATA: 'image_data_param',
  WINDOW_DATA: 'window_data_param',
};

/** The fields that moved. */
export const transforms: readonly string[] = ['scale', 'mean_file', 'crop_size', 'mirror'];

/**
 * Returns the same object if there is nothing to move. Moved fields come before the existing ones of `transform_param`.
 */
export function withTransformParam(layer: Message, schema: Schema): Message {
  const type = entryOf(layer, 'type')?.value;
  const param = typeof type === 'string' ? dataParams[type] : undefined;
  const holder = param === undefined ? undefined : entryOf(layer, param);
  if (!holder || typeof holder.value !== 'object') return layer;
  const source = holder.value;
  const old = source.entries.filter(isTransform);
  if (old.length === 0) return layer;
  const target = typeOf(schema, 'TransformationParameter');
  const moving = old.flatMap((entry) => moved(entry, target, entry.field.name));
  const written = entryOf(layer, 'transform_param');
  const own = typeof written?.value === 'object' ? written.value : undefined;
  const transform = own
    ? {
        ...own,
        entries: [...own.entries.filter(({ field }) => !moving.some((entry) => entry.field === field)), ...moving],
      }
    : madeMessage(target, source.span, moving);
  const stripped = { ...source, entries: source.entries.filter((entry) => !isTransform(entry)) };
  const rest = layer.entries
    .filter((entry) => entry !== written)
    .map((entry) => (entry === holder ? { ...holder, value: stripped } : entry));
  return { ...layer, entries: [...rest, ...made(written ?? holder, layer.type, 'transform_param', transform)] };
}

function isTransform({ field }: Entry): boolean {
  return transforms.includes(field.name);
}
