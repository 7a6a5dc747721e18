/** Workers of a browser, made of parts that the client reads once: a worker has no files of its own. */
import type { RuntimeParts } from '#protocol/files';
import type { Channel, RunReply } from '#run/messages';

/** A failed attempt is repeated by the next run. */
export function browserChannels(load: () => Promise<RuntimeParts>): () => Channel {
  let loading: Promise<RuntimeParts> | undefined;
  return () => {
    loading ??= load();
    const parts = loading;
    parts.catch(() => (loading = undefined));
    return channelTo(parts);
  };
}

function channelTo(parts: Promise<RuntimeParts>): Channel {
  let ended = false;
  let worker: Worker | undefined;
  let reply: (message: RunReply) => void = () => undefined;
  let end: (reason: string) => void = () => undefined;
  const started = parts.then(({ script, module }) => {
    if (ended) return;
    const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    worker = new Worker(url);
    URL.revokeObjectURL(url);
    worker.addEventListener('message', ({ data }: MessageEvent<RunReply>) => reply(data));
    worker.addEventListener('error', ({ message }) => end(message));
    worker.postMessage(module);
  });
  started.catch((error: unknown) => end(error instanceof Error ? error.message : String(error)));
  return {
    post: (request) =>
      void started.then(
        () => worker?.postMessage(request, [...(request.transfer ?? [])]),
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
