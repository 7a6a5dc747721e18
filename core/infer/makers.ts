/** Adds to problems about a shape the layer that made the blob. */
import type { Layer, Net } from '../net/model';
import { formatShape, type Shape } from '../net/shape';
import { argumentsOf, placed, type Problem, type Related } from '../problems';

/**
 * Adds the maker of the bottom that a problem is located at; or of the first bottom, where the arguments of the problem
 * include one of its sizes.
 */
export function withMakers(
  problems: readonly Problem[],
  layer: Layer,
  bottoms: readonly Shape[],
  net: Net,
): readonly Problem[] {
  if (problems.length === 0) return problems;
  return problems.map((problem) => {
    if (problem.related || !problem.code.startsWith('layer/')) return problem;
    const at = layer.bottoms.findIndex(({ span }) => span.start === problem.span.start);
    const index = at < 0 && fromBottom.some((name) => name in argumentsOf(problem)) ? 0 : at;
    const maker = makerOf(layer, index, bottoms, net);
    return maker ? placed(problem, { related: [maker] }) : problem;
  });
}

/** Arguments that are sizes of a bottom. */
const fromBottom = ['shape', 'input', 'channels', 'dim', 'limit', 'axes', 'data'];

function makerOf(layer: Layer, index: number, bottoms: readonly Shape[], net: Net): Related | undefined {
  const blob = layer.bottoms[index]?.blob;
  const maker = blob && net.layers[blob.layer];
  const top = maker?.tops[blob?.top ?? -1];
  if (!maker || !top || top.automatic) return undefined;
  return {
    code: 'made-so',
    span: top.span,
    args: { layer: maker.name, blob: top.name, shape: formatShape(bottoms[index] ?? null) },
  };
}
