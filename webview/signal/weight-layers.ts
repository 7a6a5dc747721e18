/** The layers with weights alone, each connected to the nearest ones before it: the course of a net with many branches. */
import type { SignalLayer } from '#protocol/signal';

/** True if a line of every layer would be hard to read: a large net with branches. */
export function isTangled(layers: readonly SignalLayer[]): boolean {
  return layers.length > 100 && layers.some(({ from }) => from.length > 1);
}

/**
 * As many layers; those that are left out end there, and nothing reads them. A line that another one leads past is left out too:
 * that of a shortcut beside the layers of its block.
 */
export function weightLayersOf(layers: readonly SignalLayer[]): readonly SignalLayer[] {
  /** For each layer: itself, or the nearest kept layers before it. */
  const kept: (readonly number[])[] = [];
  const found: SignalLayer[] = [];
  const depthOf = (i: number): number => layers[i]?.depth ?? 0;
  const isBefore = (early: number, late: number): boolean => {
    const seen = new Set([late]);
    for (const at of seen) {
      if (at === early) return true;
      for (const maker of found[at]?.from ?? []) if (depthOf(maker) >= depthOf(early)) seen.add(maker);
    }
    return false;
  };
  for (const [i, layer] of layers.entries()) {
    const all = [...new Set(layer.from.flatMap((maker) => kept[maker] ?? []))];
    const from = all.filter((early) => !all.some((late) => late !== early && isBefore(early, late)));
    const isKept = !layer.ends && (layer.hasWeights || layer.from.length === 0);
    kept.push(isKept ? [i] : from);
    found.push(isKept ? { ...layer, from } : { ...layer, from: [], ends: true });
  }
  return found;
}
