/** A compiled module, which workers share. These types are declared here since they belong to browsers' in TypeScript. */

/** `WebAssembly.Module`. */
export type WasmModule = object;

interface WasmHost {
  readonly compile: (bytes: Uint8Array) => Promise<WasmModule>;
  instantiate: (source: WasmModule | Uint8Array, imports?: object) => Promise<object>;
}

declare const WebAssembly: WasmHost;

/** Rejects if the host can't compile it. */
export function compiled(bytes: Uint8Array): Promise<WasmModule> {
  return WebAssembly.compile(bytes);
}

/** To be instantiated as the module of `whileInstantiated`, by a library that accepts bytes only. No module has none. */
export const standsForModule = new Uint8Array();

export async function whileInstantiated<Result>(module: WasmModule, act: () => Promise<Result>): Promise<Result> {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (source, imports) =>
    source instanceof Uint8Array && source.byteLength === 0
      ? { module, instance: await instantiate(module, imports) }
      : instantiate(source, imports);
  try {
    return await act();
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}
