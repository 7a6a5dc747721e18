/** Both engines, for tests that hold in either. */
import type { Engine } from '#core/random/engine';
import { plainEngine } from '#core/random/plain-engine';
import { wasmEngine, type WasmHost } from '#core/random/wasm-engine';

/** Node's own, of which its types know nothing. */
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
