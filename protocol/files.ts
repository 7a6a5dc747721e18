/**
 * How a server in a web worker asks its client for files. `Uint8Array`s are sent directly, since workers exchange structured
 * clones.
 */

import type { FileStat } from '#project/files';

/** By method. A request fails if the file does not exist or can't be reached. */
export interface FileRequests {
  readonly 'prototxt/fs/read': { readonly params: { readonly uri: string }; readonly result: Uint8Array };
  /** The bytes in [start, end); fewer if the file ends earlier. */
  readonly 'prototxt/fs/readRange': {
    readonly params: { readonly uri: string; readonly start: number; readonly end: number };
    readonly result: Uint8Array;
  };
  readonly 'prototxt/fs/stat': { readonly params: { readonly uri: string }; readonly result: FileStat };
  /** The names in a folder, in no particular order. */
  readonly 'prototxt/fs/list': { readonly params: { readonly uri: string }; readonly result: readonly string[] };
  readonly 'prototxt/fs/write': {
    readonly params: { readonly uri: string; readonly bytes: Uint8Array };
    readonly result: null;
  };
}

/** What such a server runs nets with, which its client reads from the extension's own files. */
export const runtimeParts = 'prototxt/run/parts';

/** The bytes of `libjpegturbowasm_decode.wasm`, likewise. */
export const jpegDecoder = 'prototxt/run/jpegDecoder';

export interface RuntimeParts {
  /** Of a worker. */
  readonly script: string;
  /** ONNX Runtime's `WebAssembly.Module`: sent without a copy, and compiled and optimized once for all workers. */
  readonly module: object;
}

export type FileMethod = keyof FileRequests;
