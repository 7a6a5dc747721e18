/** ONNX Runtime in the process of the tests, loaded once. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { decodeImage as decode } from '#project/decode-image';
import type { Image } from '#run/image-input';
import { ortRuntime } from '#run/ort';
import { serve } from '#run/serve';
import { startRun, type Running } from '#run/start';
import type { RunReply, RunRequest } from '#run/messages';
import type { RunModel } from '#run/run';
import { compiled } from '#run/wasm-module';

let runtime: Promise<RunModel> | undefined;

export function nodeRuntime(): Promise<RunModel> {
  const folder = dirname(createRequire(join(process.cwd(), 'package.json')).resolve('onnxruntime-web/wasm'));
  return (runtime ??= compiled(readFileSync(join(folder, 'ort-wasm-simd-threaded.wasm'))).then(ortRuntime));
}

/** Runs like a worker, but in this process. */
export function inProcess(request: RunRequest | Promise<RunRequest>): Running {
  let listener: (reply: RunReply) => void = () => undefined;
  return startRun(
    {
      post: (made) => void serve(made, nodeRuntime(), (reply) => listener(reply)),
      onReply: (each) => (listener = each),
      onEnd: () => undefined,
      end: () => undefined,
    },
    request,
  );
}

const jpegDecoder = createRequire(join(process.cwd(), 'package.json')).resolve(
  '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasm',
);

export function decodeImage(bytes: Uint8Array): Promise<Image | undefined> {
  return decode(bytes, () => readFile(jpegDecoder));
}
