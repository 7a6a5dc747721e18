/** Where a shape that a layer stumbles over comes from: the layer that made the blob, for every problem about one. */
import type { Layer, Net } from '../net/model';
import { formatShape, type Shape } from '../net/shape';
import { argumentsOf, placed, type Problem, type Related } from '../problems';

/** Adds the maker of the bottom that a problem stands at; or of the first, where numbers of a bottom explain the problem. */
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

/** Arguments that are numbers of a bottom. */
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
