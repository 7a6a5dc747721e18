/** What nets are run with: ONNX Runtime and the script of its worker, 14 MB, fetched on the first run only. */
import type { RuntimeParts } from '#protocol/files';
import { words } from './words';

/** A failed attempt is repeated by the next run. */
export function runtimeLoader(): () => Promise<RuntimeParts> {
  let loading: Promise<RuntimeParts> | undefined;
  return () => {
    loading ??= load().catch(() => {
      loading = undefined;
      throw new Error(words.noRuntime);
    });
    return loading;
  };
}

async function load(): Promise<RuntimeParts> {
  const [script, wasm] = await Promise.all([
    fetched('runtime/worker-browser.js'),
    fetched('runtime/ort-wasm-simd-threaded.wasm'),
  ]);
  return { script: await script.text(), wasm: new Uint8Array(await wasm.arrayBuffer()) };
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
