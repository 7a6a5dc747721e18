/** Both engines, for tests that apply to either. */
import type { Engine } from '#core/random/engine';
import { plainEngine } from '#core/random/plain-engine';
import { wasmEngine, type WasmHost } from '#core/random/wasm-engine';

/** Node's WebAssembly, which is missing in its types. */
export const wasmHost = (globalThis as unknown as { readonly WebAssembly: WasmHost }).WebAssembly;

export function fast(): Engine {
  const engine = wasmEngine(wasmHost);
  if (!engine) throw new Error('this Node has no WebAssembly with SIMD');
  return engine;
}

export const engines: readonly (readonly [string, () => Engine])[] = [
  ['plain', plainEngine],
  ['WebAssembly', fast],
];

export function seeded(seed: number, engine: Engine = plainEngine()): Engine {
  engine.seed(seed);
  return engine;
}
