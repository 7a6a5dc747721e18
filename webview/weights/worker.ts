/** Draws blobs beside the page, in parts, so that it hears when one is no longer wanted. */
import { fastEngine } from '#core/random/wasm-engine';
import { drawBlobs, type PlanDraw } from '#core/weights/draw';
import { passingRoom } from '#core/weights/parts';
import type { DrawPlan } from '#core/weights/plan';
import { tallyOf } from '#core/weights/tally';
import type { Distribution } from '#core/net/distribution';
import type { FromWorker, Side, ToWorker } from './worker-messages';
import { redrawable, type Redrawable } from './redraw';

interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer?: readonly ArrayBufferLike[]): void;
}

type Draw = Extract<ToWorker, { kind: 'draw' }>;
type Region = Extract<ToWorker, { kind: 'region' }>;

/** What a side has, and has been asked for. */
interface Bench {
  /** Of the draw that it works on, or did last. */
  readonly id: number;
  readonly count: number;
  readonly blob: Redrawable;
  /** Regions that wait for their values. */
  readonly waiting: Region[];
}

const scope = globalThis as unknown as WorkerScope;
const engine = fastEngine();
/** Of messages about progress, in ms. */
const interval = 60;

let plan: DrawPlan = { blobs: [], steps: [] };
let seed = 0;
let draw: PlanDraw = drawBlobs(plan, seed, engine);
const benches = new Map<Side, Bench>();

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'plan':
      draw = data.seed === seed ? draw.replan(data.plan) : drawBlobs(data.plan, data.seed, engine);
      ({ plan, seed } = data);
      break;
    case 'draw':
      void answer(data);
      break;
    case 'cancel':
      benches.delete(data.side);
      break;
    case 'region': {
      const bench = benches.get(data.side);
      if (bench) serve(bench, data);
      break;
    }
  }
};

async function answer({ id, side, blob, instead, range, bins }: Draw): Promise<void> {
  const source = instead ? draw.replan(withDistribution(plan, blob, instead)) : draw;
  const facts = source.facts(blob);
  if (!facts) {
    benches.delete(side);
    return scope.postMessage({ kind: 'drawn', id, result: undefined });
  }
  const bench: Bench = { id, count: facts.count, blob: redrawable(source, blob), waiting: [] };
  benches.set(side, bench);
  const sparse = (instead ?? plan.blobs[blob]?.distribution)?.kind === 'sparseNormal';
  const tally = tallyOf({ ...range, bins, zeros: sparse ? 'skip' : 'count' });
  let told = 0;
  for (const { done, total, part } of source.parts(blob, passingRoom())) {
    if (part) {
      tally.add(part.values);
      bench.blob.add(part);
    }
    for (const region of bench.waiting.splice(0)) serve(bench, region);
    const now = performance.now();
    if (now - told > interval) {
      told = now;
      scope.postMessage({ kind: 'progress', id, share: done / total });
    }
    await nextTask();
    if (benches.get(side) !== bench) return;
  }
  const { statistics, counts } = tally.result();
  scope.postMessage({ kind: 'drawn', id, result: { statistics, counts, unsure: facts.unsure } }, [counts.buffer]);
}

/** The same draws with one blob filled otherwise. */
function withDistribution({ blobs, steps }: DrawPlan, at: number, distribution: Distribution): DrawPlan {
  return { steps, blobs: blobs.map((blob, i) => (i === at ? { ...blob, distribution, owner: at } : blob)) };
}

/** How many values of the blob there must be, from the first. */
function endOf({ start, rows, width, stride }: Region): number {
  return start + (rows - 1) * stride + width;
}

/** Now, or once the values are drawn. */
function serve({ blob, count, waiting }: Bench, region: Region): void {
  if (blob.ready() < Math.min(count, endOf(region))) {
    waiting.push(region);
    return;
  }
  const values = blob.region(region);
  scope.postMessage({ kind: 'region', id: region.id, values }, [values.buffer]);
}

const channel = new MessageChannel();
const paused: (() => void)[] = [];
channel.port1.onmessage = () => paused.shift()?.();

/** Lets messages in; a timer would wait for milliseconds. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    paused.push(resolve);
    channel.port2.postMessage(undefined);
  });
}
