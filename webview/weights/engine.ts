/** The worker as the page sees it: promises, of which a newer one on the same side makes the older one void. */
import type { Distribution } from '#core/net/distribution';
import type { Reached } from '#core/weights/draw';
import type { DrawPlan } from '#core/weights/plan';
import { startWorker } from '../page';
import { nearDraw } from './near';
import type { Drawn, FromWorker, Range, RegionRequest, Side, ToWorker } from './worker-messages';

export interface Engine {
  readonly plan: (plan: DrawPlan, seed: number) => void;
  /** What is asked from now on waits until `know` is called: nobody draws what another is drawing. */
  readonly await: () => void;
  /** Of the plan and seed that were told last. */
  readonly know: (reached: Reached | undefined) => void;
  /** Null where a newer request, or `cancel`, came first; undefined in `Drawn`'s place where the blob can't be drawn. */
  readonly draw: (request: DrawRequest) => Promise<Drawn | undefined | null>;
  /** Values of the side's last draw, as soon as they are there; null where another draw, or `cancel`, came first. */
  readonly region: (side: Side, part: RegionRequest) => Promise<Float32Array | null>;
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

/** What is asked before the worker runs waits for it. */
export function startEngine(): Engine {
  const worker = startWorker();
  const near = nearDraw();
  /** With the blob, where it is that of the net. */
  const drawing = new Map<number, Waiting<Drawn | undefined> & { readonly blob?: number }>();
  const regions = new Map<number, Waiting<Float32Array> & { readonly part: RegionRequest }>();
  let last = 0;
  let held: ToWorker[] | undefined;
  const send = (message: ToWorker): void => {
    if (held) held.push(message);
    else worker.postMessage(message);
  };
  const release = (): void => {
    const waiting = held ?? [];
    held = undefined;
    waiting.forEach(send);
  };
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
  /** While the worker draws: what it has drawn it serves itself. */
  const nearValues = (of: Side, part: RegionRequest): Float32Array | undefined => {
    const blob = [...drawing.values()].find(({ side }) => side === of)?.blob;
    return blob === undefined ? undefined : near.values(blob, part);
  };
  worker.onmessage = receive;
  return {
    plan: (plan, seed) => {
      near.plan(plan, seed);
      send({ kind: 'plan', plan, seed });
    },
    await: () => (held ??= []),
    know: (reached) => {
      // What is near is painted first: the worker may take the processor that the page needs for it.
      setTimeout(release);
      if (!reached) return;
      // Between the plan and the draw, where it is made use of.
      if (held) held.splice(1 + held.findLastIndex(({ kind }) => kind === 'plan'), 0, { kind: 'know', reached });
      else send({ kind: 'know', reached });
      near.know(reached);
      for (const [id, { side, part }] of regions) {
        const values = nearValues(side, part);
        if (values) take(regions, id)?.resolve(values);
      }
    },
    draw: ({ progress, ...request }) => {
      drop(request.side);
      const id = ++last;
      return new Promise((resolve) => {
        drawing.set(id, { side: request.side, progress, resolve, ...(request.instead ? {} : { blob: request.blob }) });
        send({ kind: 'draw', id, ...request });
      });
    },
    region: (side, part) => {
      const values = nearValues(side, part);
      if (values) return Promise.resolve(values);
      const id = ++last;
      return new Promise((resolve) => {
        regions.set(id, { side, part, resolve });
        send({ kind: 'region', id, side, ...part });
      });
    },
    cancel: (side) => {
      drop(side);
      send({ kind: 'cancel', side });
    },
  };
}

/** The entry, which is gone from the map then. */
function take<Value>(map: Map<number, Value>, id: number): Value | undefined {
  const value = map.get(id);
  map.delete(id);
  return value;
}
