/** What nets are run with: ONNX Runtime and the script of its worker, 14 MB, fetched on the first run only. */
import type { RuntimeParts } from '#protocol/files';
import { words } from './words';

/** Fetched on the first run only: the server keeps them. */
export async function runtimeParts(): Promise<RuntimeParts> {
  const [script, wasm] = await Promise.all([
    fetched('runtime/worker-browser.js').then((answer) => answer.text()),
    fetched('runtime/ort-wasm-simd-threaded.wasm').then((answer) => answer.arrayBuffer()),
  ]).catch(() => {
    throw new Error(words.noRuntime);
  });
  return { script, module: await WebAssembly.compile(wasm) };
}

/** Of images as inputs; fetched when the first JPEG is one. */
export async function jpegDecoder(): Promise<Uint8Array> {
  return new Uint8Array(await (await fetched('runtime/libjpegturbowasm_decode.wasm')).arrayBuffer());
}

async function fetched(path: string): Promise<Response> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}
