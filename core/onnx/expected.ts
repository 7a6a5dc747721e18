/** What an input of a run must hold, by the layers that read it. */
import { paramOf } from '../infer/param-of';
import type { StateAnalysis } from '../infer/types';
import type { Expected } from '../net/graph';

/** From the first layer that reads the blob, or a copy of it, and requires certain values. */
export function expectedOf({ layers }: StateAnalysis, blob: number): Expected | undefined {
  const same = new Set([blob]);
  for (const inferred of layers) {
    const { layer, rule, bottoms } = inferred;
    const reads = layer.bottoms.map((bottom) => bottom.blob !== undefined && same.has(bottom.blob.id));
    if (!rule || !reads.includes(true)) continue;
    const expected = rule.expects?.({ layer, param: paramOf(layer, rule), bottoms });
    const found = reads.map((is, i) => (is ? expected?.[i] : undefined)).find((each) => each !== undefined);
    if (found) return found;
    if (rule.copies) for (const top of layer.tops) same.add(top.blob.id);
  }
  return undefined;
}

/** What a run fills a blob with: that of the input that it is, or a copy of. */
export function filledWith(analysis: StateAnalysis, blob: number): Expected | undefined {
  let id = blob;
  for (;;) {
    const inferred = analysis.layers[analysis.net.blobs[id]?.layer ?? -1];
    const source = inferred?.rule?.copies ? inferred.layer.bottoms[0]?.blob : undefined;
    if (!source) return inferred?.rule?.source && !inferred.rule.onnx ? expectedOf(analysis, id) : undefined;
    id = source.id;
  }
}
