/**
 * The random draws of a net after Caffe's `set_random_seed(seed)`. The generator's state is saved at the start of each
 * step, so that drawing a blob again costs only that blob, and drawing one after an edit only what follows the edit.
 */
import type { StateAnalysis, Weight } from '../infer/types';
import type { Filling } from '../net/distribution';
import { isKnown } from '../net/shape';
import type { Engine } from '../random/engine';
import type { Snapshot } from '../random/mt19937';
import { plainEngine } from '../random/plain-engine';
import { runToEnd } from '../steps';
import { drawsRandomly, fillInParts } from './fill';
import type { Mark, Part, Room } from './parts';
import { passRounds, type Pass } from './pass';
import { drawPlan, weightsOf, type DrawPlan, type DrawStep, type PlannedBlob } from './plan';

export interface DrawnBlob extends Drawable {
  readonly values: Float32Array;
}

/** A blob of known shape and filler. */
export interface Drawable {
  readonly count: number;
  /** The name of an earlier layer with an unknown number of draws, after which Caffe's values differ. */
  readonly unsure: string | undefined;
}

/** Progress of a drawing, in values; `total` includes those of earlier blobs that must be skipped first. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A step of a drawing; `part` has the next values of the blob, and is undefined while earlier ones are skipped. */
export interface DrawnPart extends Progress {
  readonly part: Part | undefined;
}

export interface PlanDraw {
  /** Undefined where the blob's shape or filler is not known. */
  readonly facts: (blob: number) => Drawable | undefined;
  /**
   * Draws the blob at this index in parts of some milliseconds, into the arrays that `room` returns. It may be
   * interleaved with other drawings, and may be abandoned. Yields nothing where `facts` is undefined.
   */
  readonly parts: (blob: number, room: Room) => Generator<DrawnPart>;
  /**
   * Draws values of the blob again, starting from the mark of one of its parts. No other drawing may be interleaved.
   */
  readonly again: (blob: number, mark: Mark, room: Room) => Generator<Part>;
  /** As `parts`, but into one array. */
  readonly drawing: (blob: number) => Generator<Progress, DrawnBlob | undefined>;
  /** As `drawing`, but without a pause. */
  readonly values: (blob: number) => DrawnBlob | undefined;
  /** The draws of a changed plan; they reuse everything before the first change. */
  readonly replan: (plan: DrawPlan) => PlanDraw;
  /** Skips all steps, and leaves the engine in the state of Caffe's generator after the net's set-up. */
  readonly end: () => Generator<Progress>;
}

export interface NetDraw {
  readonly values: (weight: Weight) => DrawnBlob | undefined;
}

/** The blobs of a state, by weight. */
export function drawNet(analysis: StateAnalysis, seed: number, engine: Engine = plainEngine()): NetDraw {
  const index = new Map(weightsOf(analysis).map((weight, i) => [weight, i]));
  const draw = drawBlobs(drawPlan(analysis), seed, engine);
  return { values: (weight) => draw.values(index.get(weight) ?? -1) };
}

/** The engine may be shared by several of these. */
export function drawBlobs(plan: DrawPlan, seed: number, engine: Engine = plainEngine()): PlanDraw {
  engine.seed(seed);
  return drawFrom(plan, engine, [engine.save()]);
}

/** The first step that draws an unknown number of values: what is drawn after it is not certain. */
function firstUnknown(steps: readonly DrawStep[]): { readonly step: number; readonly layer: string } | undefined {
  const step = steps.findIndex(({ kind }) => kind === 'unknown');
  const found = steps[step];
  return found?.kind === 'unknown' ? { step, layer: found.layer } : undefined;
}

/** `snapshots[i]` is the generator's state before step i, where it is known. */
// oxlint-disable-next-line max-lines-per-function -- a drawing is one generator and what it has kept, shared by its methods
function drawFrom(plan: DrawPlan, engine: Engine, snapshots: (Snapshot | undefined)[]): PlanDraw {
  const { blobs, steps } = plan;
  const firstStep = new Map<number, number>();
  steps.forEach((step, i) => {
    if (step.kind === 'fill' && !firstStep.has(step.blob)) firstStep.set(step.blob, i);
  });

  const unknown = firstUnknown(steps);

  const find = (blob: number): Found | undefined => {
    const planned = blobs[blobs[blob]?.owner ?? blob];
    const step = firstStep.get(blobs[blob]?.owner ?? blob);
    if (
      step === undefined ||
      !planned?.distribution ||
      planned.distribution.kind === 'table' ||
      !isKnown(planned.shape)
    )
      return undefined;
    return { step, shape: planned.shape, distribution: planned.distribution, count: valueCount(planned) };
  };

  const facts = (blob: number): Drawable | undefined => {
    const found = find(blob);
    if (!found) return undefined;
    const follows = drawsRandomly(found.distribution) && unknown !== undefined && unknown.step < found.step;
    return { count: found.count, unsure: follows ? unknown.layer : undefined };
  };

  function* parts(blob: number, room: Room): Generator<DrawnPart> {
    const found = find(blob);
    if (!found) return;
    const { step, distribution, shape, count } = found;
    if (!drawsRandomly(distribution)) {
      let done = 0;
      for (const part of fillInParts(engine, distribution, shape, room))
        yield { done: (done += part.values.length), total: count, part };
      return;
    }
    const before = passedBefore(step);
    const total = before + count;
    for (const passed of passTo(step)) yield { done: passed, total, part: undefined };
    let done = before;
    for (const part of fillInParts(engine, distribution, shape, room)) {
      done += part.values.length;
      // Another drawing may use the engine during the pause.
      const kept = engine.save();
      yield { done, total, part };
      engine.restore(kept);
    }
    snapshots[step + 1] ??= engine.save();
  }

  function* again(blob: number, mark: Mark, room: Room): Generator<Part> {
    const found = find(blob);
    if (found) yield* fillInParts(engine, found.distribution, found.shape, room, mark);
  }

  /** Looks back from the step, since the snapshot before it is usually there: the blobs are drawn in order. */
  const nearest = (step: number): number => {
    let at = step;
    while (snapshots[at] === undefined) at--;
    return at;
  };

  const passedBefore = (step: number): number =>
    steps.slice(nearest(step), step).reduce((sum, each) => sum + cost(blobs, each), 0);

  /** Brings the engine to the start of a step; yields the number of values skipped. */
  function* passTo(step: number): Generator<number> {
    let before = 0;
    const from = nearest(step);
    engine.restore(snapshots[from] as Snapshot);
    for (let at = from; at < step; at++) {
      for (const passed of pass(engine, blobs, steps[at] as DrawStep)) {
        const kept = engine.save();
        yield before + passed;
        engine.restore(kept);
      }
      snapshots[at + 1] ??= engine.save();
      before += cost(blobs, steps[at]);
    }
  }

  function* end(): Generator<Progress> {
    const total = passedBefore(steps.length);
    for (const done of passTo(steps.length)) yield { done, total };
    engine.restore(snapshots[steps.length] as Snapshot);
  }

  function* drawing(blob: number): Generator<Progress, DrawnBlob | undefined> {
    const drawable = facts(blob);
    if (!drawable) return undefined;
    const values = new Float32Array(drawable.count);
    for (const step of parts(blob, (start, end) => values.subarray(start, end))) if (step.done < step.total) yield step;
    return { values, ...drawable };
  }

  return {
    facts,
    parts,
    again,
    drawing,
    values: (blob) => runToEnd(drawing(blob)),
    end,
    replan: (next) => drawFrom(next, engine, snapshots.slice(0, 1 + commonSteps(plan, next))),
  };
}

interface Found {
  readonly step: number;
  readonly shape: readonly number[];
  readonly distribution: Filling;
  readonly count: number;
}

/** The number of leading steps that draw the same in both plans. */
function commonSteps(one: DrawPlan, other: DrawPlan): number {
  let n = 0;
  while (n < one.steps.length && n < other.steps.length && stepKey(one, n) === stepKey(other, n)) n++;
  return n;
}

function stepKey({ blobs, steps }: DrawPlan, at: number): string {
  const step = steps[at] as DrawStep;
  if (step.kind === 'words') return `words ${step.words}`;
  if (step.kind === 'unknown') return 'unknown';
  if (step.kind === 'again')
    return `${step.times} times ${step.blobs.map((blob) => blobKey(blobs[blob] as PlannedBlob)).join(', ')}`;
  return blobKey(blobs[step.blob] as PlannedBlob);
}

function blobKey({ shape, distribution }: PlannedBlob): string {
  // A constant takes no random numbers, so its value makes no difference.
  return distribution && !drawsRandomly(distribution) ? 'nothing' : JSON.stringify([shape, distribution]);
}

function valueCount({ shape }: PlannedBlob): number {
  return shape ? shape.reduce<number>((product, dim) => product * (dim ?? 0), 1) : 0;
}

/** Number of values drawn to skip a step. */
function cost(blobs: readonly PlannedBlob[], step: DrawStep | undefined): number {
  const { round, times } = passOf(blobs, step);
  return times * round.reduce((sum, { count }) => sum + count, 0);
}

/**
 * Advances the generator as a step does, without keeping values; yields the number of values after each part of some
 * milliseconds.
 */
function* pass(engine: Engine, blobs: readonly PlannedBlob[], step: DrawStep): Generator<number> {
  if (step.kind === 'words') engine.skip(step.words);
  else yield* passRounds(engine, passOf(blobs, step));
}

/** What a step draws, as far as that is known. */
function passOf(blobs: readonly PlannedBlob[], step: DrawStep | undefined): Pass {
  if (step?.kind !== 'fill' && step?.kind !== 'again') return { round: [], times: 0 };
  const indices = step.kind === 'fill' ? [step.blob] : step.blobs;
  const round = indices.flatMap((blob) => {
    const planned = blobs[blob];
    const distribution = planned?.distribution;
    return distribution && drawsRandomly(distribution) && isKnown(planned.shape)
      ? [{ distribution, count: valueCount(planned) }]
      : [];
  });
  return { round, times: step.kind === 'fill' ? 1 : step.times };
}
