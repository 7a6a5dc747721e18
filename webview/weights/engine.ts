/** The worker as the page sees it: promises, of which a newer one on the same side makes the older one void. */
import type { Distribution } from '#core/net/rules';
import type { DrawPlan } from '#core/weights/plan';
import { startWorker } from '../page';
import type { Drawn, FromWorker, Range, Side, ToWorker } from './protocol';

export interface Engine {
  readonly plan: (plan: DrawPlan, seed: number) => void;
  /** Null where a newer request, or `cancel`, came first; undefined in `Drawn`'s place where the blob can't be drawn. */
  readonly draw: (request: DrawRequest) => Promise<Drawn | undefined | null>;
  readonly region: (side: Side, part: RegionRequest) => Promise<Float32Array>;
  readonly cancel: (side: Side) => void;
}

export interface DrawRequest {
  readonly side: Side;
  readonly blob: number;
  readonly instead: Distribution | undefined;
  readonly range: Range;
  readonly bins: number;
  readonly progress: (share: number) => void;
}

export interface RegionRequest {
  readonly start: number;
  readonly rows: number;
  readonly width: number;
  readonly stride: number;
}

interface Waiting {
  readonly side: Side;
  readonly progress: (share: number) => void;
  readonly resolve: (result: Drawn | undefined | null) => void;
}

/** What is asked before the worker runs waits for it. */
export function startEngine(script: string): Engine {
  const starting = startWorker(script);
  const drawing = new Map<number, Waiting>();
  const regions = new Map<number, (values: Float32Array) => void>();
  let last = 0;
  const send = (message: ToWorker): void => void starting.then((worker) => worker.postMessage(message));
  const drop = (side: Side): void => {
    for (const [id, waiting] of drawing) {
      if (waiting.side !== side) continue;
      drawing.delete(id);
      waiting.resolve(null);
    }
  };
  const receive = ({ data }: MessageEvent<FromWorker>): void => {
    if (data.kind === 'progress') drawing.get(data.id)?.progress(data.share);
    if (data.kind === 'region') {
      regions.get(data.id)?.(data.values);
      regions.delete(data.id);
    }
    if (data.kind === 'drawn') {
      drawing.get(data.id)?.resolve(data.result);
      drawing.delete(data.id);
    }
  };
  void starting.then((worker) => (worker.onmessage = receive));
  return {
    plan: (plan, seed) => send({ kind: 'plan', plan, seed }),
    draw: ({ progress, ...request }) => {
      drop(request.side);
      const id = ++last;
      return new Promise((resolve) => {
        drawing.set(id, { side: request.side, progress, resolve });
        send({ kind: 'draw', id, ...request });
      });
    },
    region: (side, part) => {
      const id = ++last;
      return new Promise((resolve) => {
        regions.set(id, resolve);
        send({ kind: 'region', id, side, ...part });
      });
    },
    cancel: (side) => {
      drop(side);
      send({ kind: 'cancel', side });
    },
  };
}
