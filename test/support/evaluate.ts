/** Runs values of operators on numbers, as ONNX Runtime does. */
import type { Value } from '#core/net/graph';
import { layerWriter } from '#core/onnx/layer-writer';
import { modelPieces } from '#core/onnx/model';
import { opsets } from '#core/onnx/opsets';
import { joined } from '#core/wire';
import { nodeRuntime } from './runtime';

/** An input: a value that `evaluate` is given numbers for. */
export function input(shape: readonly number[], id = 0): Value & { readonly kind: 'blob' } {
  return { kind: 'blob', type: 'float', shape, blob: id };
}

/** The values of `wanted`, which are floats; `given`: the numbers of each input, by its id. */
export async function evaluate(
  wanted: readonly Value[],
  given: readonly ArrayLike<number>[],
  inputs: readonly Value[],
): Promise<readonly Float32Array[]> {
  const names = new Map(inputs.map((_, id) => [id, `in${id}`]));
  const writer = layerWriter('', names, new Map());
  const outputs = wanted.map((value, i) => writer.name(value, `out${i}`));
  const { nodes, constants } = writer.take();
  const model = joined(
    modelPieces({
      name: 'test',
      producer: 'test',
      opset: opsets.usual,
      nodes,
      constants,
      weights: [],
      inputs: inputs.map(({ shape }, id) => ({ name: `in${id}`, type: 'float', shape })),
      outputs: wanted.map(({ shape }, i) => ({ name: outputs[i] ?? '', type: 'float', shape })),
    }),
  );
  const feeds = inputs.map(
    ({ shape }, id) => [`in${id}`, { data: Float32Array.from(given[id] ?? []), shape }] as const,
  );
  const runModel = await nodeRuntime();
  const found = await runModel({ model }, new Map(feeds), outputs);
  return outputs.map((name) => found.get(name)?.data ?? new Float32Array());
}
