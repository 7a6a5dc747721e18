/** The differences between two versions of a net. */
import { bytes, thousands } from '#core/cost/format';
import type { NetLayer } from '#core/cost/view';
import { appended } from '#core/lists';
import type { Dim } from '#core/net/shape';
import { sameShape, formatShape } from '#core/net/shape';
import { fillIn } from '#core/messages/fill-in';
import type { LayerBefore, NetAnswer, NetBefore } from '#protocol/net';

/** Messages of the page. */
export interface ChangeWords {
  readonly added: string;
  readonly removed: string;
  readonly changedType: string;
  readonly changedShape: string;
  readonly changedParams: string;
  readonly changedMacs: string;
  readonly changedMemory: string;
}

export interface Changes {
  /** The changes of each layer; empty for an unchanged one. */
  readonly of: readonly string[];
  /** Layers that no longer exist. */
  readonly removed: readonly LayerBefore[];
  readonly removedWord: string;
  /** The changes of the whole net's totals; empty if they are the same. */
  readonly total: string;
}

/** Matches layers by name; if several have the same name, in text order. */
export function changesSince(net: NetAnswer, before: NetBefore, words: ChangeWords): Changes {
  const known = new Map<string, LayerBefore[]>();
  for (const layer of before.layers) known.set(layer.name, appended(known.get(layer.name), layer));
  const of = net.layers.map((layer) => {
    const old = known.get(layer.name)?.shift();
    return old ? difference(old, layer, words).join(' · ') : words.added;
  });
  const removed = [...known.values()].flat();
  const { params, macs, memory } = net.total;
  const total = [
    ...counted(words.changedParams, before.total.params.value, params.value, thousands),
    ...counted(words.changedMacs, before.total.macs.value, macs.value, thousands),
    ...counted(words.changedMemory, before.total.memory.value, memory.value, bytes),
  ].join(' · ');
  return { of, removed, removedWord: words.removed, total };
}

function difference(old: LayerBefore, now: NetLayer, words: ChangeWords): readonly string[] {
  const shape = now.tops[0]?.shape ?? null;
  return [
    ...(old.type === now.type ? [] : [fillIn(words.changedType, { before: old.type, now: now.type })]),
    ...(sameShape(old.shape, shape)
      ? []
      : [fillIn(words.changedShape, { before: formatShape(old.shape), now: formatShape(shape) })]),
    ...counted(words.changedParams, old.params, now.params, thousands),
    ...counted(words.changedMacs, old.macs, now.macs, thousands),
    ...counted(words.changedMemory, old.memory, now.memory, bytes),
  ];
}

function counted(
  sentence: string,
  before: Dim | undefined,
  now: Dim | undefined,
  show: (value: number) => string,
): readonly string[] {
  if (typeof before !== 'number' || typeof now !== 'number' || before === now) return [];
  return [fillIn(sentence, { difference: `${now > before ? '+' : '−'}${show(Math.abs(now - before))}` })];
}
