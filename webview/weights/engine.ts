/** The page's interface to the worker: a newer request for the same side supersedes the older one. */
import type { Distribution } from '#core/net/distribution';
import type { DrawPlan } from '#core/weights/plan';
import type { Region } from '#core/weight-files/loaded-values';
import { startWorker } from '../page';
import type { Range } from '../values/range';
import type { Drawn, FromWorker, Side, ToWorker } from './worker-messages';

export interface Engine {
  readonly plan: (plan: DrawPlan, seed: number) => void;
  /** Null if superseded by a newer request or cancelled; undefined if the blob can't be drawn. */
  readonly draw: (request: DrawRequest) => Promise<Drawn | undefined | null>;
  /** Values of the side's latest draw, as soon as they are available; null if superseded by another draw or cancelled. */
  readonly region: (side: Side, part: Region) => Promise<Float32Array | null>;
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

interface Waiting<Result> {
  readonly side: Side;
  readonly progress?: (share: number) => void;
  readonly resolve: (result: Result | null) => void;
}

/** Requests made before the worker runs are queued. */
export function startEngine(): Engine {
  const worker = startWorker();
  const drawing = new Map<number, Waiting<Drawn | undefined>>();
  const regions = new Map<number, Waiting<Float32Array>>();
  let last = 0;
  const send = (message: ToWorker): void => worker.postMessage(message);
  const receive = ({ data }: MessageEvent<FromWorker>): void => {
    switch (data.kind) {
      case 'progress':
        return drawing.get(data.id)?.progress?.(data.share);
      case 'region':
        return take(regions, data.id)?.resolve(data.values);
      case 'drawn':
        return take(drawing, data.id)?.resolve(data.result);
    }
  };
  const drop = (side: Side): void => {
    for (const [id, each] of drawing) if (each.side === side) take(drawing, id)?.resolve(null);
    for (const [id, each] of regions) if (each.side === side) take(regions, id)?.resolve(null);
  };
  worker.onmessage = receive;
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
        regions.set(id, { side, resolve });
        send({ kind: 'region', id, side, ...part });
      });
    },
    cancel: (side) => {
      drop(side);
      send({ kind: 'cancel', side });
    },
  };
}

/** Removes and returns an entry. */
function take<Value>(map: Map<number, Value>, id: number): Value | undefined {
  const value = map.get(id);
  map.delete(id);
  return value;
}
