/** Runs in a worker thread of Node. */
import { Worker } from 'node:worker_threads';
import type { Channel, RunReply } from './messages';

/** The channels of one script; a worker can be started in advance, to load the runtime while the net is read. */
export interface Channels {
  readonly prepare: () => void;
  readonly next: () => Channel;
}

/** `script`: the path of the bundled `worker-node`. */
export function nodeChannels(script: string): Channels {
  let spare: Worker | undefined;
  return {
    prepare: () => {
      if (spare) return;
      const worker = new Worker(script);
      spare = worker;
      // It may never be needed, so it does not keep the process alive, and why it failed is found when it is started again.
      worker.unref();
      worker.on('error', () => undefined);
      worker.on('exit', () => {
        if (spare === worker) spare = undefined;
      });
    },
    next: () => {
      const worker = spare ?? new Worker(script);
      spare = undefined;
      worker.ref();
      return channelTo(worker);
    },
  };
}

function channelTo(worker: Worker): Channel {
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
