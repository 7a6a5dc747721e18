/**
 * ONNX Runtime in WebAssembly, read when it is first asked for. One thread: pages have no shared memory. Its memory
 * never shrinks, so whoever has run a large net ends the worker.
 */
import type { InferenceSession } from 'onnxruntime-web/wasm';
import { joined } from '#core/wire';
import { modelPieces } from '#core/onnx/model';
import { opsets } from '#core/onnx/opsets';
import type { RunModel, Tensor } from './run';

/** `wasm`: the bytes of `ort-wasm-simd-threaded.wasm`. Rejects where the host can't compile it. */
export async function ortRuntime(wasm: Uint8Array): Promise<RunModel> {
  const ort = await import('onnxruntime-web/wasm');
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = wasm;
  ort.env.logLevel = 'error';
  const options: InferenceSession.SessionOptions = {
    executionProviders: ['wasm'],
    // Every top is asked for, so there is little to fuse, and looking for it takes longer than most nets run.
    graphOptimizationLevel: 'disabled',
    // A model runs once: memory patterns and arenas only make its peak higher.
    enableMemPattern: false,
    enableCpuMemArena: false,
  };
  // Compiling takes longer than most nets run; it goes on aside while weights are drawn.
  await (await ort.InferenceSession.create(smallestModel, options)).release();
  return async (model, feeds, outputs) => {
    const session = await ort.InferenceSession.create(model, options);
    try {
      if (outputs.length === 0) return new Map();
      const tensors = [...feeds].map(
        ([name, { data, shape }]) => [name, new ort.Tensor('float32', data, shape)] as const,
      );
      const found = await session.run(Object.fromEntries(tensors), outputs);
      return new Map(
        outputs.map((name): readonly [string, Tensor] => {
          const { data, dims } = found[name] as { readonly data: Float32Array; readonly dims: readonly number[] };
          return [name, { data, shape: dims }];
        }),
      );
    } finally {
      await session.release();
    }
  };
}

/** y = x, of one value. */
const smallestModel = joined(
  modelPieces({
    name: 'smallest',
    producer: '',
    opset: opsets.usual,
    nodes: [{ name: 'y', operator: 'Identity', inputs: ['x'], outputs: ['y'], attributes: {} }],
    constants: [],
    weights: [],
    inputs: [{ name: 'x', type: 'float', shape: [1] }],
    outputs: [{ name: 'y', type: 'float', shape: [1] }],
  }),
);
