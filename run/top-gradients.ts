/** The gradients that arrive at the tops of layers, from those that their readers pass to their bottoms. */
import type { StateAnalysis } from '#core/infer/types';
import type { RanBack } from './run';

/** Second moments of the gradients at the first tops, by the index of the layer; without those that are not known. */
export function topGradients(back: readonly RanBack[], { layers }: StateAnalysis): ReadonlyMap<number, number> {
  const byIndex = new Map(back.map((layer) => [layer.index, layer]));
  const passed = new Map<number, number[]>();
  for (const { index, bottoms } of back)
    layers[index]?.layer.bottoms.forEach(({ blob }, i) => {
      const gradient = bottoms[i];
      if (blob && gradient) passed.set(blob.id, [...(passed.get(blob.id) ?? []), gradient.m2]);
    });
  return new Map(
    layers.flatMap(({ layer }) => {
      const top = layer.tops[0]?.blob;
      const found = (top && passed.get(top.id)) ?? [];
      // One reader passes all of it.
      const m2 = found.length === 1 ? found[0] : byIndex.get(layer.index)?.sum?.m2;
      return m2 !== undefined && Number.isFinite(m2) ? [[layer.index, m2] as const] : [];
    }),
  );
}
