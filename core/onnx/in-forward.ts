/**
 * A net as its first Forward finds it. Each layer sets up its tops once more before it computes (Layer::Forward calls
 * Reshape), from the shapes that its bottoms have by then. These differ from those at set-up where a layer in place has
 * changed the shape of an Input, whose layer does not set it up again, and where a shape depends on values.
 */
import type { Dialect } from '../dialects/dialect';
import { inferLikely } from '../infer/likely';
import type { InferredLayer, StateAnalysis } from '../infer/types';
import type { World } from '../net/rules';
import { formatShape, isKnown } from '../net/shape';
import { filledWith } from './expected';
import { lastVersions } from './memory';

export function inForward(analysis: StateAnalysis, dialect: Dialect, world: World): StateAnalysis {
  const last = lastVersions(analysis);
  const isChanged = analysis.layers.some(
    ({ layer, rule }) =>
      rule?.passedItems !== undefined ||
      (rule?.setsUpOnce === true && layer.tops.some(({ blob }) => last[blob.id] !== blob.id)),
  );
  if (!isChanged) return analysis;
  const again = inferLikely(analysis.net, dialect, world, (inferred) => {
    const before = analysis.layers[inferred.layer.index];
    return before ? found(inferred, before, analysis, last) : inferred;
  });
  return { ...again, problems: analysis.problems };
}

/** `inferred`: from the shapes of its bottoms in Forward; `before`: as at set-up, where it has made and drawn its blobs. */
function found(
  inferred: InferredLayer,
  before: InferredLayer,
  analysis: StateAnalysis,
  last: readonly number[],
): InferredLayer {
  const { layer, rule, bottoms } = inferred;
  const now = { ...inferred, params: before.params, draws: before.draws };
  if (rule?.setsUpOnce)
    return { ...now, tops: layer.tops.map(({ blob }) => analysis.shapes[last[blob.id] ?? blob.id] ?? null) };
  const filled = layer.bottoms.map(({ blob }) => blob && filledWith(analysis, blob.id));
  const passedItems = rule?.passedItems?.(filled, bottoms);
  if (passedItems)
    return { ...now, tops: now.tops.map((shape) => shape && [passedItems.length, ...shape.slice(1)]), passedItems };
  const fits =
    paramShapes(before) === paramShapes(inferred) &&
    (now.tops.every(isKnown) || !before.tops.every(isKnown) || !bottoms.every(isKnown));
  return fits ? now : { ...now, tops: now.tops.map(() => null), isUnfit: true };
}

function paramShapes({ params }: InferredLayer): string {
  return params.map(({ shape }) => formatShape(shape)).join();
}
