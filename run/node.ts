/** Runs in a worker thread of Node. */
import { Worker } from 'node:worker_threads';
import type { Channel, RunReply } from './messages';

/** `script`: the path of the bundled `worker-node`. */
export function nodeChannel(script: string): Channel {
  const worker = new Worker(script);
  return {
    post: (request) => worker.postMessage(request, [...(request.transfer ?? [])]),
    onReply: (listener) => void worker.on('message', (reply: RunReply) => listener(reply)),
    onEnd: (listener) => {
      worker.on('error', (error) => listener(error instanceof Error ? error.message : String(error)));
      worker.on('exit', (code) => listener(`the worker exited with code ${code}`));
    },
    end: () => void worker.terminate(),
  };
}
