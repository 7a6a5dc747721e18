/**
 * V0's padding layers, whose `pad` moves to the convolution or pooling layer that reads them (UpgradeV0PaddingLayers).
 */
import type { Problem } from '../../problems';
import { entriesOf, entryOf, num, str, sub, type Entry, type Message } from '../../schema/message';
import { placeOfName } from '../heads';
import { made, type Rewritten } from './rewrite';

/** Takes the entries of a V0 net and returns them without the padding layers. */
export function mergePadding(net: readonly Entry[]): Rewritten {
  /** By blob, the last layer that makes it, padding or not; undefined for inputs. */
  const makers = new Map<string, Message | undefined>();
  for (const { field, value } of net)
    if (field.name === 'input' && typeof value === 'string') makers.set(value, undefined);
  /** The blobs that remain without padding layers. */
  const left = new Set(makers.keys());
  const problems: Problem[] = [];
  const unknown = new Map<Entry, Problem>();
  const entries = net.flatMap((entry) => {
    if (entry.field.name !== 'layers' || typeof entry.value !== 'object') return [entry];
    const layer = withoutPadding(entry.value, makers, problems);
    const padding = isPadding(layer);
    entriesOf(entry.value, 'bottom').forEach((bottom, index) => {
      if (padding && !makers.has(String(bottom.value)))
        unknown.set(bottom, unknownBottom(bottom, index, entry.value as Message));
    });
    // Where a layer takes over an unknown bottom, the problem is reported there.
    if (!padding)
      for (const bottom of entriesOf(layer, 'bottom')) if (!left.has(String(bottom.value))) unknown.delete(bottom);
    for (const { value } of entriesOf(layer, 'top')) {
      makers.set(String(value), layer);
      if (!padding) left.add(String(value));
    }
    return padding ? [] : [{ ...entry, value: layer }];
  });
  return { entries, problems: [...problems, ...unknown.values()] };
}

/** The layer, with each bottom that a padding layer makes replaced by that layer's own bottom. */
function withoutPadding(
  layer: Message,
  makers: ReadonlyMap<string, Message | undefined>,
  problems: Problem[],
): Message {
  let result = layer;
  for (const bottom of entriesOf(layer, 'bottom')) {
    const source = makers.get(String(bottom.value));
    if (!source || !isPadding(source)) continue;
    const rejected = layer.state === 'sound' && source.state === 'sound' ? rejections(layer, bottom, source) : [];
    problems.push(...rejected);
    const taken = entryOf(source, 'bottom');
    result = {
      ...result,
      entries: result.entries.flatMap((entry) => {
        if (entry === bottom) return taken ? [taken] : [];
        if (rejected.length > 0 || entry.field.name !== 'layer' || typeof entry.value !== 'object') return [entry];
        return [{ ...entry, value: padded(entry.value, bottom, source) }];
      }),
      state: rejected.length > 0 ? 'damaged' : result.state,
    };
  }
  return result;
}

function padded(inner: Message, bottom: Entry, source: Message): Message {
  const padding = sub(source, 'layer');
  const written = padding && entryOf(padding, 'pad');
  const pad = made(written ?? bottom, inner.type, 'pad', written ? written.value : padding ? num(padding, 'pad') : 0);
  return { ...inner, entries: [...inner.entries.filter(({ field }) => field.name !== 'pad'), ...pad] };
}

/** The first of Caffe's conditions that fails for a layer that reads a padding layer. */
function rejections(layer: Message, bottom: Entry, source: Message): readonly Problem[] {
  const { name, span } = placeOfName(bottom);
  const type = typeOfLayer(layer);
  if (type !== 'conv' && type !== 'pool') return [{ code: 'net/padding-reader-type', span, args: { name, type } }];
  const nBottoms = entriesOf(layer, 'bottom').length;
  if (nBottoms !== 1) return [{ code: 'net/padding-reader-bottoms', span, args: { name, type, found: nBottoms } }];
  const bottoms = entriesOf(source, 'bottom').length;
  const tops = entriesOf(source, 'top').length;
  return bottoms === 1 && tops === 1 ? [] : [{ code: 'net/padding-blobs', span: source.span, args: { bottoms, tops } }];
}

function unknownBottom(bottom: Entry, index: number, layer: Message): Problem {
  const { name, span } = placeOfName(bottom);
  const inner = sub(layer, 'layer');
  return { code: 'net/unknown-bottom', span, args: { name, layer: inner ? str(inner, 'name') : '', index } };
}

function isPadding(layer: Message): boolean {
  return typeOfLayer(layer) === 'padding';
}

function typeOfLayer(layer: Message): string {
  const inner = sub(layer, 'layer');
  return inner ? str(inner, 'type') : '';
}
