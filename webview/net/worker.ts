/** Computes layouts outside the page's thread. */
import { layoutOf } from './layout';
import type { FromWorker, ToWorker } from './worker-messages';

interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data: { id, graph } }) => {
  const start = performance.now();
  const layout = layoutOf(graph);
  scope.postMessage({ id, layout, took: performance.now() - start });
};
