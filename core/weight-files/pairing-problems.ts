/** Problems where Caffe aborts while it loads a net's weights from a file, reported at the layers. */
import type { StateAnalysis } from '../infer/types';
import type { Layer } from '../net/model';
import { formatShape } from '../net/shape';
import { formatState } from '../net/state';
import { placed, type Problem } from '../problems';
import type { Model } from './read-caffemodel';
import { pair, type LayerPairing } from './pairing';
import { maxAxes } from './read-blob';

/** Over all states, each place once. `file` is the model's display name. */
export function pairingProblems(
  states: readonly StateAnalysis[],
  model: Extract<Model, { kind: 'model' }>,
  file: string,
): readonly Problem[] {
  const found = new Map<string, { readonly problem: Problem; readonly states: string[] }>();
  for (const inState of states) {
    const { layers } = pair(inState, model);
    for (const { layer } of inState.layers) {
      const problem = problemOf(layer, layers.get(layer.index), file);
      if (!problem) continue;
      const key = `${problem.code} ${problem.span.start}`;
      const known = found.get(key) ?? { problem, states: [] };
      known.states.push(formatState(inState.state));
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ problem, states: having }) =>
    having.length === states.length ? problem : placed(problem, { states: having }),
  );
}

function problemOf(
  { name: layer, nameSpan: span }: Layer,
  pairing: LayerPairing | undefined,
  file: string,
): Problem | undefined {
  switch (pairing?.kind) {
    case 'blob-count':
      return {
        code: 'weights/blob-count-differs',
        span,
        args: { layer, file, found: pairing.found, expected: pairing.expected },
      };
    case 'shape':
      return {
        code: 'weights/shape-differs',
        span,
        args: {
          layer,
          file,
          blob: pairing.role,
          found: formatShape(pairing.found),
          expected: formatShape(pairing.expected),
        },
      };
    case 'axes':
      return { code: 'weights/too-many-axes', span, args: { layer, file, blob: pairing.role, limit: maxAxes } };
    case 'value-count':
      return {
        code: 'weights/value-count-differs',
        span,
        args: { layer, file, blob: pairing.role, found: pairing.found, expected: pairing.expected },
      };
    default:
      return undefined;
  }
}
