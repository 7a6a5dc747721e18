/** Draws blobs outside the page's thread, in parts, so that it can be cancelled. */
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

/** The state of one side. */
interface SideState {
  /** The id of its current or last draw. */
  readonly id: number;
  readonly count: number;
  readonly blob: Redrawable;
  /** Regions whose values are not yet available. */
  readonly waiting: Region[];
}

const scope = globalThis as unknown as WorkerScope;
const engine = fastEngine();
/** Between progress messages, in ms. */
const interval = 60;

let plan: DrawPlan = { blobs: [], steps: [] };
let seed = 0;
let draw: PlanDraw = drawBlobs(plan, seed, engine);
const sides = new Map<Side, SideState>();

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
      sides.delete(data.side);
      break;
    case 'region': {
      const state = sides.get(data.side);
      if (state) serve(state, data);
      break;
    }
  }
};

async function answer({ id, side, blob, instead, range, bins }: Draw): Promise<void> {
  const source = instead ? draw.replan(withDistribution(plan, blob, instead)) : draw;
  const facts = source.facts(blob);
  if (!facts) {
    sides.delete(side);
    return scope.postMessage({ kind: 'drawn', id, result: undefined });
  }
  const state: SideState = { id, count: facts.count, blob: redrawable(source, blob), waiting: [] };
  sides.set(side, state);
  const sparse = (instead ?? plan.blobs[blob]?.distribution)?.kind === 'sparseNormal';
  const tally = tallyOf({ ...range, bins, zeros: sparse ? 'skip' : 'count' });
  let reported = 0;
  for (const { done, total, part } of source.parts(blob, passingRoom())) {
    if (part) {
      tally.add(part.values);
      state.blob.add(part);
    }
    for (const region of state.waiting.splice(0)) serve(state, region);
    const now = performance.now();
    if (now - reported > interval) {
      reported = now;
      scope.postMessage({ kind: 'progress', id, share: done / total });
    }
    await nextTask();
    if (sides.get(side) !== state) return;
  }
  const { statistics, counts } = tally.result();
  scope.postMessage({ kind: 'drawn', id, result: { statistics, counts, unsure: facts.unsure } }, [counts.buffer]);
}

/** The same plan with another distribution for one blob. */
function withDistribution({ blobs, steps }: DrawPlan, at: number, distribution: Distribution): DrawPlan {
  return { steps, blobs: blobs.map((blob, i) => (i === at ? { ...blob, distribution, owner: at } : blob)) };
}

/** How many values from the start of the blob the region needs. */
function endOf({ start, rows, width, stride }: Region): number {
  return start + (rows - 1) * stride + width;
}

/** Answers now, or once the values are drawn. */
function serve({ blob, count, waiting }: SideState, region: Region): void {
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

/** Yields to incoming messages; a timer would add a delay of milliseconds. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    paused.push(resolve);
    channel.port2.postMessage(undefined);
  });
}
