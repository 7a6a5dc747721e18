/**
 * ONNX Runtime in WebAssembly, loaded on first use. Single-threaded, since pages have no shared memory. Its memory never
 * shrinks, so end the worker after running a large net.
 */
import type { InferenceSession } from 'onnxruntime-web/wasm';
import { joined } from '#core/wire';
import { modelPieces } from '#core/onnx/model';
import { opsets } from '#core/onnx/opsets';
import type { RunModel, Tensor } from './run';
import { standsForModule, whileInstantiated, type WasmModule } from './wasm-module';

/** `wasm`: `ort-wasm-simd-threaded.wasm`, compiled, so that workers can share it. */
export async function ortRuntime(wasm: WasmModule): Promise<RunModel> {
  const ort = await import('onnxruntime-web/wasm');
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = standsForModule;
  ort.env.logLevel = 'error';
  const options: InferenceSession.SessionOptions = {
    executionProviders: ['wasm'],
    // Every top is an output, so there is little to fuse, and searching for it takes longer than running most nets.
    graphOptimizationLevel: 'disabled',
    // A model runs once: memory patterns and arenas would only raise its peak memory.
    enableMemPattern: false,
    enableCpuMemArena: false,
    // Weights that are laid out anew for one run cost more than they save.
    extra: { session: { disable_prepacking: '1' } },
  };
  // Starting takes longer than running most nets; here it proceeds in parallel with drawing the weights.
  const session = await whileInstantiated(wasm, () => ort.InferenceSession.create(smallestModel, options));
  await session.release();
  return async ({ model, beside }, feeds, outputs) => {
    const session = await ort.InferenceSession.create(model, {
      ...options,
      ...(beside && { externalData: [{ path: beside.name, data: beside.bytes }] }),
    });
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

/** y = x, for a single value. */
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
