/** The worker as the page sees it: only the newest graph is answered. */
import { startWorker } from '../page';
import type { Graph } from './graph';
import type { FromWorker, ToWorker } from './worker-messages';

export interface Engine {
  /** Null where another graph came before the answer. */
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
