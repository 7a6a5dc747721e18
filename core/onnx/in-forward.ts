/**
 * A net as its first Forward finds it. Each layer sets up its tops once more before it computes (Layer::Forward calls
 * Reshape), from the shapes that its bottoms have by then. These differ from those at set-up where a layer in place has
 * changed the shape of an Input, whose layer does not set it up again, and where a shape depends on values.
 */
import type { Dialect } from '../dialects/dialect';
import { infer } from '../infer/infer';
import type { InferredLayer, StateAnalysis } from '../infer/types';
import type { World } from '../net/rules';
import { formatShape } from '../net/shape';
import { filledWith } from './expected';
import { lastVersions } from './memory';

export function inForward(analysis: StateAnalysis, dialect: Dialect, world: World): StateAnalysis {
  const last = lastVersions(analysis);
  const isChanged = analysis.layers.some(
    ({ layer, rule }) =>
      rule?.itemsInForward !== undefined ||
      (rule?.setsUpOnce === true && layer.tops.some(({ blob }) => last[blob.id] !== blob.id)),
  );
  if (!isChanged) return analysis;
  const again = infer(analysis.net, dialect, world, (inferred) => {
    const { layer, rule, tops, bottoms } = inferred;
    const before = analysis.layers[layer.index];
    if (rule?.setsUpOnce)
      return { ...inferred, tops: layer.tops.map(({ blob }) => analysis.shapes[last[blob.id] ?? blob.id] ?? null) };
    const filled = layer.bottoms.map(({ blob }) => blob && filledWith(analysis, blob.id));
    const items = rule?.itemsInForward?.(filled, bottoms);
    if (items !== undefined)
      return { ...inferred, tops: tops.map((shape) => shape && [items, ...shape.slice(1)]), itemsKnown: true };
    // Caffe aborts where the blobs that it made at set-up do not fit.
    return before && paramShapes(before) === paramShapes(inferred)
      ? { ...inferred, params: before.params }
      : { ...inferred, tops: tops.map(() => null) };
  });
  return { ...again, problems: analysis.problems };
}

function paramShapes({ params }: InferredLayer): string {
  return params.map(({ shape }) => formatShape(shape)).join();
}
