/**
 * What every host provides: Node, browsers and workers. `core` uses nothing else of its host but WebAssembly; see
 * `random/wasm-engine.ts`.
 */

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(encoding: 'utf-8', options: { readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}

/** The bytes as characters from U+0000 to U+00FF. */
declare function atob(base64: string): string;
