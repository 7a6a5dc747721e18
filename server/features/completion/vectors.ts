/** Blobs with at most one axis before a place, such as labels and losses: few layers can read them. */
import type { Analysis } from '#core/analysis/analysis';
import type { NetState } from '#core/net/model';

export function vectorsBefore({ state }: Analysis, shown: NetState | undefined, offset: number): ReadonlySet<string> {
  const vectors = new Set<string>();
  for (const { layer, tops } of shown ? state(shown).layers : []) {
    if (layer.span.start >= offset) break;
    for (const [i, { name }] of layer.tops.entries()) {
      const shape = tops[i];
      if (shape && shape.length <= 1) vectors.add(name);
      else vectors.delete(name);
    }
  }
  return vectors;
}
