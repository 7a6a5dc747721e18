/** The page's interface to the worker: a newer request for the same side supersedes the older one. */
import type { Distribution } from '#core/net/distribution';
import type { DrawPlan } from '#core/weights/plan';
import { partOfFirst, type Region } from '#core/weights/region';
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

/** The engine of the net's own values, the first of which the server may have drawn. */
export interface NetEngine extends Engine {
  /** Undefined if the net is another one now. They answer what is asked of this blob, unless the seed is another. */
  readonly first: (values: KnownValues | undefined) => void;
}

export interface KnownValues {
  readonly blob: number;
  readonly seed: number;
  readonly region: Region;
  readonly values: Float32Array;
}

export interface DrawRequest {
  readonly side: Side;
  readonly blob: number;
  readonly instead: Distribution | undefined;
  readonly range: Range;
  readonly bins: number;
  readonly progress: (share: number) => void;
}

interface AskedRegion extends Waiting<Float32Array> {
  readonly part: Region;
}

interface Waiting<Result> {
  readonly side: Side;
  readonly progress?: (share: number) => void;
  readonly resolve: (result: Result | null) => void;
}

/** Requests made before the worker runs are queued. */
export function startEngine(worker: Pick<Worker, 'postMessage' | 'onmessage'> = startWorker()): NetEngine {
  const drawing = new Map<number, Waiting<Drawn | undefined>>();
  const regions = new Map<number, AskedRegion>();
  let last = 0;
  let seedInUse = 0;
  /** The blob that the side of the net shows. */
  let blobOfNet = -1;
  let known: KnownValues | undefined;
  const knownPart = (side: Side, part: Region): Float32Array | undefined =>
    side === 'net' && known?.blob === blobOfNet && known.seed === seedInUse
      ? partOfFirst(known.region, known.values, part)
      : undefined;
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
    plan: (plan, seed) => {
      seedInUse = seed;
      send({ kind: 'plan', plan, seed });
    },
    first: (values) => {
      known = values;
      for (const [id, { side, part }] of regions) {
        const found = knownPart(side, part);
        if (found) take(regions, id)?.resolve(found);
      }
    },
    draw: ({ progress, ...request }) => {
      drop(request.side);
      if (request.side === 'net') blobOfNet = request.blob;
      const id = ++last;
      return new Promise((resolve) => {
        drawing.set(id, { side: request.side, progress, resolve });
        send({ kind: 'draw', id, ...request });
      });
    },
    region: (side, part) => {
      const found = knownPart(side, part);
      if (found) return Promise.resolve(found);
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

/** Removes and returns an entry. */
function take<Value>(map: Map<number, Value>, id: number): Value | undefined {
  const value = map.get(id);
  map.delete(id);
  return value;
}
