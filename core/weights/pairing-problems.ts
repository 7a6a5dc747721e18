/** Where Caffe stops as a net takes its weights from a file, as problems at the layers. */
import type { StateAnalysis } from '../infer/types';
import type { Layer } from '../net/model';
import { formatShape } from '../net/shape';
import { formatState } from '../net/state';
import type { Arguments, Problem } from '../problems';
import type { Model } from './model-file';
import { pair, type LayerPairing } from './pairing';

/** Over all states, each place once. `file` is the model's name as it is shown. */
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
    having.length === states.length ? problem : { ...problem, states: having },
  );
}

/** What a sentence about a pairing names, beside the file and the layer. */
export function pairingArguments(pairing: LayerPairing): Arguments {
  switch (pairing.kind) {
    case 'blob-count':
      return { found: pairing.found, expected: pairing.expected };
    case 'shape':
      return { blob: pairing.role, found: formatShape(pairing.found), expected: formatShape(pairing.expected) };
    case 'value-count':
      return { blob: pairing.role, found: pairing.found, expected: pairing.expected };
    default:
      return {};
  }
}

const codes = {
  'blob-count': 'weights/blob-count-differs',
  shape: 'weights/shape-differs',
  'value-count': 'weights/value-count-differs',
} as const;

function problemOf(
  { name, nameSpan: span }: Layer,
  pairing: LayerPairing | undefined,
  file: string,
): Problem | undefined {
  if (pairing?.kind !== 'shape' && pairing?.kind !== 'blob-count' && pairing?.kind !== 'value-count') return undefined;
  return { code: codes[pairing.kind], span, args: { layer: name, file, ...pairingArguments(pairing) } };
}
