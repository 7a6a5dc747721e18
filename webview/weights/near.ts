/** Draws in the page itself what takes less than a frame: the values that are seen first need not wait for the worker. */
import { fastEngine, hostOf } from '#core/random/wasm-engine';
import { drawBlobs, type PlanDraw, type Reached } from '#core/weights/draw';
import type { DrawPlan } from '#core/weights/plan';
import type { RegionRequest } from './worker-messages';
import { cut, endOf } from './regions';

export interface Near {
  readonly plan: (plan: DrawPlan, seed: number) => void;
  readonly know: (reached: Reached) => void;
  /** Undefined where that takes too long, or the blob can't be drawn. */
  readonly values: (blob: number, region: RegionRequest) => Float32Array | undefined;
}

/** That some ten milliseconds suffice for. */
const mostValues = 6_000_000;

export function nearDraw(): Near {
  let now: { readonly plan: DrawPlan; readonly seed: number } | undefined;
  let draw: PlanDraw | undefined;
  /** Made when it is needed. */
  const current = (): PlanDraw | undefined =>
    (draw ??= now && drawBlobs(now.plan, now.seed, fastEngine(hostOf(globalThis))));
  return {
    plan: (plan, seed) => {
      draw = seed === now?.seed ? draw?.replan(plan) : undefined;
      now = { plan, seed };
    },
    know: (reached) => current()?.know(reached),
    values: (blob, region) => {
      const source = current();
      const facts = source?.facts(blob);
      const end = endOf(region);
      if (!source || !facts || end > facts.count) return undefined;
      // The masks of a sparse blob come after all its values.
      const before =
        (source.ahead(blob) ?? 0) + (now?.plan.blobs[blob]?.distribution?.kind === 'sparseNormal' ? facts.count : 0);
      return before + end > mostValues ? undefined : cut(beginning(source, blob, end), region);
    },
  };
}

/** The blob's first `end` values, and perhaps more. */
function beginning(source: PlanDraw, blob: number, end: number): Float32Array {
  let values = new Float32Array(end);
  let ready = 0;
  const room = (from: number, to: number): Float32Array => {
    if (to > values.length) {
      const larger = new Float32Array(to);
      larger.set(values);
      values = larger;
    }
    return values.subarray(from, to);
  };
  for (const { part } of source.parts(blob, room)) {
    ready += part?.values.length ?? 0;
    if (ready >= end) break;
  }
  return values;
}
