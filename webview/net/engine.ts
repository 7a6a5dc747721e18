/** The page's interface to the worker. Only the newest request is answered. */
import { startWorker } from '../page';
import type { Graph } from './graph';
import type { FromWorker, ToWorker } from './worker-messages';

export interface Engine {
  /** Null if a newer request came first. */
  readonly layout: (graph: Graph) => Promise<FromWorker | null>;
}

export function startEngine(): Engine {
  const worker = startWorker();
  let last = 0;
  let waiting: ((answer: FromWorker | null) => void) | undefined;
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.id !== last) return;
    waiting?.(data);
    waiting = undefined;
  };
  return {
    layout: (graph) => {
      waiting?.(null);
      const message: ToWorker = { id: ++last, graph };
      worker.postMessage(message);
      return new Promise((resolve) => (waiting = resolve));
    },
  };
}
