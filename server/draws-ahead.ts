/**
 * How far Caffe's generator is at each blob of the nets that are looked at. A net's draws are passed in leisure, so that a
 * panel that is opened on its last layer shows it as soon as its first; what was not passed yet is when a panel asks.
 */
import type { Engine } from '#core/random/engine';
import { drawBlobs, type PlanDraw, type Reached } from '#core/weights/draw';
import type { DrawPlan } from '#core/weights/plan';
import { stackOf } from './guard';
import type { ReachRequests } from '#protocol/requests';
import type { Runtime } from './runtime';
import { inTurns } from './turns';

export interface DrawsAhead {
  /** Once leisure begins, passes all that the net draws by then; `net` is undefined where there is none any more. */
  readonly prepare: (uri: string, net: () => SeededPlan | undefined) => void;
  /** Null where the blob draws nothing or can't be drawn, where it lies far behind, and where it is cancelled. */
  readonly reach: (
    asked: ReachRequests['prototxt/weights/reach']['params'],
    isCancelled: () => boolean,
  ) => Promise<Reached | null>;
  readonly forget: (uri: string) => void;
}

export interface SeededPlan {
  readonly plan: DrawPlan;
  readonly seed: number;
}

/** Until the last edit, or whatever else showed the net anew, is long enough ago, in ms. */
const leisure = 1000;

/** Values that are passed in some third of a second. What lies behind more is not waited for: the page tells how far its own drawing is. */
const mostValues = 150_000_000;

/** Each of a good half of a millisecond: some ten milliseconds for who waits, two where others come first. */
const stepsOf = { asked: 16, leisure: 4 };

export function createDrawsAhead({ engine, timer, log }: Pick<Runtime, 'engine' | 'timer' | 'log'>): DrawsAhead {
  const known = new Map<string, { readonly seed: number; readonly draw: PlanDraw }>();
  const preparing = new Map<string, () => void>();
  let shared: Engine | undefined;

  /** Of what was passed with the same seed, what comes before the first change of the plan still holds. */
  const drawOf = (uri: string, { plan, seed }: SeededPlan): PlanDraw => {
    const last = known.get(uri);
    const draw = last?.seed === seed ? last.draw.replan(plan) : drawBlobs(plan, seed, (shared ??= engine()));
    known.set(uri, { seed, draw });
    return draw;
  };

  const stop = (uri: string): void => {
    preparing.get(uri)?.();
    preparing.delete(uri);
  };

  const passAll = async (uri: string, net: () => SeededPlan | undefined, isEnded: () => boolean): Promise<void> => {
    const now = net();
    if (!now) return;
    const draw = drawOf(uri, now);
    const last = now.plan.blobs.findLastIndex((_, blob) => isWorthPassing(draw.ahead(blob) ?? 0));
    await inTurns(draw.reach(last), { timer, steps: stepsOf.leisure, isEnded });
  };

  return {
    prepare: (uri, net) => {
      stop(uri);
      let ended = false;
      const cancel = timer.after(leisure, () => {
        passAll(uri, net, () => ended).catch((error: unknown) =>
          log.error(`Drawing ahead in ${uri} failed: ${stackOf(error)}`),
        );
      });
      preparing.set(uri, () => {
        ended = true;
        cancel();
      });
    },
    reach: async ({ uri, blob, ...net }, isCancelled) => {
      stop(uri);
      const draw = drawOf(uri, net);
      if ((draw.ahead(blob) ?? 0) > mostValues) return null;
      return (await inTurns(draw.reach(blob), { timer, steps: stepsOf.asked, isEnded: isCancelled })) ?? null;
    },
    forget: (uri) => {
      stop(uri);
      known.delete(uri);
    },
  };
}

/** There is something to pass, and not too much. */
function isWorthPassing(ahead: number): boolean {
  return ahead > 0 && ahead <= mostValues;
}
