/** Draws blobs beside the page, in slices, so that it hears when one is no longer wanted. */
import { fastEngine, hostOf } from '#core/random/wasm-engine';
import { drawBlobs, type PlanDraw } from '#core/weights/draw';
import type { DrawPlan } from '#core/weights/plan';
import { histogram, statisticsOf } from '#core/weights/statistics';
import type { Distribution } from '#core/net/rules';
import type { FromWorker, Side, ToWorker } from './protocol';

interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer?: readonly ArrayBufferLike[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const progressEvery = 100;

let plan: DrawPlan = { blobs: [], steps: [] };
let seed = -1;
const engine = fastEngine(hostOf(globalThis));
let draw: PlanDraw = drawBlobs(plan, seed, engine);
const values = new Map<Side, Float32Array>();
/** The request that each side works on; a newer one, or none, ends it. */
const wanted = new Map<Side, number>();

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'plan':
      draw = data.seed === seed ? draw.replan(data.plan) : drawBlobs(data.plan, data.seed, engine);
      ({ plan, seed } = data);
      break;
    case 'draw':
      wanted.set(data.side, data.id);
      void answer(data);
      break;
    case 'cancel':
      wanted.delete(data.side);
      break;
    case 'region':
      region(data);
      break;
  }
};

async function answer({ id, side, blob, instead, range, bins }: Extract<ToWorker, { kind: 'draw' }>): Promise<void> {
  const source = instead ? draw.replan(withDistribution(plan, blob, instead)) : draw;
  const drawing = source.drawing(blob);
  let told = performance.now();
  for (;;) {
    const step = drawing.next();
    if (step.done) {
      const drawn = step.value;
      if (!drawn) return scope.postMessage({ kind: 'drawn', id, result: undefined });
      values.set(side, drawn.values);
      const sparse = (instead ?? plan.blobs[blob]?.distribution)?.kind === 'sparseNormal';
      const { counts } = histogram(drawn.values, range.from, range.to, bins, sparse ? 'skip' : 'count');
      const result = { statistics: statisticsOf(drawn.values), counts, unsure: drawn.unsure };
      return scope.postMessage({ kind: 'drawn', id, result }, [counts.buffer]);
    }
    if (performance.now() - told > progressEvery) {
      told = performance.now();
      scope.postMessage({ kind: 'progress', id, share: step.value.done / step.value.total });
    }
    await nextTask();
    if (wanted.get(side) !== id) return;
  }
}

/** The same draws with one blob filled otherwise. */
function withDistribution({ blobs, steps }: DrawPlan, at: number, distribution: Distribution): DrawPlan {
  return { steps, blobs: blobs.map((blob, i) => (i === at ? { ...blob, distribution, owner: at } : blob)) };
}

function region({ id, side, start, rows, width, stride }: Extract<ToWorker, { kind: 'region' }>): void {
  const from = values.get(side) ?? new Float32Array();
  const part = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) part.set(from.subarray(start + row * stride, start + row * stride + width), row * width);
  scope.postMessage({ kind: 'region', id, values: part }, [part.buffer]);
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
