/** The engine in WebAssembly with SIMD, for any host that supports it. */
import type { Engine } from './engine';
import { nextUp, powers, twoToMinus24 } from './float32';
import { wasmBase64 } from './generated/wasm';
import { plainEngine } from './plain-engine';
import * as layout from './wasm/layout';
import { bulges, exponentialZiggurat, firstOutside, normalZiggurat, signedEdges } from './ziggurat';

/** The parts of a host's `WebAssembly` that are used. */
export interface WasmHost {
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: never) => { readonly exports: unknown };
}

/** The host's own. */
declare const WebAssembly: WasmHost;

/** The exports of `wasm/engine.as.ts`. */
export interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly getPosition: () => number;
  readonly resume: (position: number) => void;
  readonly seed: (seed: number) => void;
  readonly skip: (words: number) => void;
  readonly uniform: (count: number, low: number, bound: number) => void;
  readonly normal: (count: number, mean: number, sigma: number) => void;
  readonly thinOut: (count: number, limit: number) => void;
  readonly sum: (count: number) => void;
  readonly countOctaves: (count: number) => void;
  readonly bin: (count: number, from: number, to: number, perUnit: number) => void;
  readonly tally: (count: number, origin: number, from: number, scale: number, bins: number) => void;
}

/** The fastest engine that the host supports. */
export function fastEngine(host?: WasmHost): Engine {
  return wasmEngine(host) ?? plainEngine();
}

/** Undefined where the host lacks the instructions, or forbids compiling. */
export function wasmEngine(host?: WasmHost): Engine | undefined {
  const wasm = wasmInstance(host);
  return wasm && engineOf(wasm);
}

/** An instance with its own memory; undefined as for `wasmEngine`. */
export function wasmInstance(given?: WasmHost): Exports | undefined {
  try {
    const host = given ?? WebAssembly;
    const bytes = decodeBase64(wasmBase64);
    return host.validate(bytes) ? (new host.Instance(new host.Module(bytes) as never).exports as Exports) : undefined;
  } catch {
    // Absent, as in a Node without a compiler, or forbidden by a page's policy, which throws.
    return undefined;
  }
}

function engineOf(wasm: Exports): Engine {
  const { buffer } = wasm.memory;
  const state = new Uint32Array(buffer, layout.stateAt, 624);
  const chunk = new Float32Array(buffer, layout.chunkAt, layout.chunkValues);
  writeTables(buffer);
  const inChunks = (values: Float32Array, run: (part: Float32Array) => void): void => {
    for (let start = 0; start < values.length; start += chunk.length) run(values.subarray(start, start + chunk.length));
  };
  return {
    seed: wasm.seed,
    save: () => ({ block: state.slice(), position: wasm.getPosition() }),
    restore: ({ block, position }) => {
      state.set(block);
      wasm.resume(position);
    },
    skip: (words) => {
      for (let left = words; left > 0; left -= 0x40000000) wasm.skip(Math.min(left, 0x40000000));
    },
    uniform: (out, min, max) =>
      inChunks(out, (part) => {
        wasm.uniform(part.length, min, nextUp(max));
        part.set(chunk.subarray(0, part.length));
      }),
    normal: (out, mean, std) =>
      inChunks(out, (part) => {
        wasm.normal(part.length, mean, std);
        part.set(chunk.subarray(0, part.length));
      }),
    thinOut: (values, p) => {
      if (!(p > 0)) return values.forEach((value, i) => (values[i] = value * 0));
      inChunks(values, (part) => {
        chunk.set(part);
        wasm.thinOut(part.length, Math.fround(p) * 4294967296);
        part.set(chunk.subarray(0, part.length));
      });
    },
  };
}

function writeTables(buffer: ArrayBuffer): void {
  const floats = (at: number, values: Float32Array): void => new Float32Array(buffer, at, values.length).set(values);
  floats(
    layout.signedEdgesAt,
    signedEdges.map((edge) => edge * twoToMinus24),
  );
  new Int32Array(buffer, layout.firstOutsideAt, firstOutside.length).set(firstOutside);
  floats(layout.edgesAt, normalZiggurat.edges);
  floats(layout.densitiesAt, normalZiggurat.densities);
  floats(layout.widthsAt, normalZiggurat.widths);
  floats(layout.heightsAt, normalZiggurat.heights);
  new Uint8Array(buffer, layout.bulgesAt, bulges.length).set(bulges);
  floats(layout.exponentialEdgesAt, exponentialZiggurat.edges);
  floats(layout.exponentialDensitiesAt, exponentialZiggurat.densities);
  floats(layout.exponentialWidthsAt, exponentialZiggurat.widths);
  floats(layout.exponentialHeightsAt, exponentialZiggurat.heights);
  new Float64Array(buffer, layout.powersAt, powers.length).set(powers);
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));
}
