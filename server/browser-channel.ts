/** A worker of a browser, made of parts that are still on their way: a worker has no files of its own. */
import type { RuntimeParts } from '#protocol/files';
import type { Channel, RunReply } from '#run/messages';

export function browserChannel(parts: Promise<RuntimeParts>): Channel {
  let ended = false;
  let worker: Worker | undefined;
  let reply: (message: RunReply) => void = () => undefined;
  let end: (reason: string) => void = () => undefined;
  const started = parts.then(({ script, wasm }) => {
    if (ended) return undefined;
    const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    worker = new Worker(url);
    URL.revokeObjectURL(url);
    worker.addEventListener('message', ({ data }: MessageEvent<RunReply>) => reply(data));
    worker.addEventListener('error', ({ message }) => end(message));
    return { worker, wasm };
  });
  started.catch((error: unknown) => end(error instanceof Error ? error.message : String(error)));
  return {
    post: (request) =>
      void started.then(
        (made) => made?.worker.postMessage({ ...request, wasm: made.wasm }, [...(request.transfer ?? [])]),
        () => undefined,
      ),
    onReply: (listener) => void (reply = listener),
    onEnd: (listener) => void (end = listener),
    end: () => {
      ended = true;
      worker?.terminate();
    },
  };
}
