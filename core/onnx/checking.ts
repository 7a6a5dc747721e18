/** Test runs of an exported file: it must load, and produce the declared outputs if it is run. */
import type { Expected } from '../net/graph';
import type { OnnxFile } from './export';
import type { ModelDim } from './model';
import type { RunPlan } from './run-plan';
import { symbolicBatches } from './symbolic';

/**
 * `weights`: as `chunks` kept them; without them, the model is only loaded. Inputs are filled as in any other run; a symbolic
 * batch is the first of `symbolicBatches`.
 */
export function checkingPlan(
  { bare, inputs, outputs, expected }: Pick<OnnxFile, 'bare' | 'inputs' | 'outputs' | 'expected'>,
  weights: Uint8Array<ArrayBuffer> | undefined,
): RunPlan {
  const sized = (shape: readonly ModelDim[]): readonly number[] => shape.map(sizeOf);
  const normal = { kind: 'normal' } as const;
  return {
    state: { phase: 'TEST', level: 0, stages: [] },
    seed: 0,
    draws: { blobs: [], steps: [] },
    inputs: (weights ? inputs : []).map(({ name, shape }) => {
      const fill: Expected | typeof normal = expected.get(name) ?? normal;
      return { value: name, blob: name, shape: sized(shape), fill };
    }),
    parts: [
      {
        model: weights ? bare.bytes : bare.open,
        beside: weights && { name: bare.beside, bytes: weights },
        reads: inputs.map(({ name }) => name),
        params: [],
        draws: [],
        outputs: outputs.map(({ name }) => name),
        loadOnly: !weights,
        layers: [
          {
            index: 0,
            name: '',
            type: '',
            tops: outputs.map(({ name, shape }, id) => ({
              blob: name,
              id,
              value: name,
              shape: sized(shape),
              dynamic: false,
              lossWeight: 0,
            })),
          },
        ],
      },
    ],
    back: undefined,
    stopped: undefined,
  };
}

function sizeOf(dim: ModelDim): number {
  return typeof dim === 'number' ? dim : symbolicBatches[0] * (dim.includes('*') ? Number.parseInt(dim, 10) : 1);
}
