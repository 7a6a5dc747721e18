/**
 * The draws of a net after Caffe's `set_random_seed(seed)`. The generator's state is kept at the start of each step, so
 * that a blob looked at again costs only itself, and one behind an edit only what comes after the edit.
 */
import type { StateAnalysis, Weight } from '../infer/types';
import type { Distribution } from '../net/rules';
import { isKnown } from '../net/shape';
import { Mt19937, type Snapshot } from '../random/mt19937';
import { drawsRandomly, fillInSlices } from './fill';
import { drawPlan, weightsOf, type DrawPlan, type DrawStep, type PlannedBlob } from './plan';

export interface DrawnBlob {
  readonly values: Float32Array;
  /** The name of the layer before it that draws an unknown number of times, so that Caffe's values are others. */
  readonly unsure: string | undefined;
}

/** How far a drawing is, in values; `total` counts those of earlier blobs that must be passed as well. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface PlanDraw {
  /** Draws the blob at this index in slices of some milliseconds; undefined where its shape or filler is not known. May be abandoned. */
  readonly drawing: (blob: number) => Generator<Progress, DrawnBlob | undefined>;
  /** The same without a pause. */
  readonly values: (blob: number) => DrawnBlob | undefined;
  /** The draws of a changed plan, which share what comes before the first change. */
  readonly replan: (plan: DrawPlan) => PlanDraw;
}

export interface NetDraw {
  readonly values: (weight: Weight) => DrawnBlob | undefined;
}

/** The blobs of a state, by weight. */
export function drawNet(analysis: StateAnalysis, seed: number): NetDraw {
  const index = new Map(weightsOf(analysis).map((weight, i) => [weight, i]));
  const draw = drawBlobs(drawPlan(analysis), seed);
  return { values: (weight) => draw.values(index.get(weight) ?? -1) };
}

export function drawBlobs(plan: DrawPlan, seed: number): PlanDraw {
  return drawFrom(plan, seed, [new Mt19937(seed).save()]);
}

/** `snapshots[i]` is the generator's state before step i, as far as it is known. */
function drawFrom(plan: DrawPlan, seed: number, snapshots: Snapshot[]): PlanDraw {
  const { blobs, steps } = plan;
  const generator = new Mt19937(seed);
  const firstStep = new Map<number, number>();
  steps.forEach((step, i) => {
    if (step.kind === 'fill' && !firstStep.has(step.blob)) firstStep.set(step.blob, i);
  });

  function* drawing(blob: number): Generator<Progress, DrawnBlob | undefined> {
    const owner = blobs[blob]?.owner ?? blob;
    const index = firstStep.get(owner);
    const planned = blobs[owner];
    if (index === undefined || !planned?.distribution || !isKnown(planned.shape)) return undefined;
    const own = valueCount(planned);
    const known = Math.min(snapshots.length - 1, index);
    let total = own;
    for (let i = known; i < index; i++) total += cost(blobs, steps[i]);
    let done = 0;
    generator.restore(snapshots[known] as Snapshot);
    for (let i = known; i < index; i++) {
      for (const passed of pass(generator, blobs, steps[i] as DrawStep)) {
        // Somebody else may draw while this one pauses.
        const kept = generator.save();
        yield { done: done + passed, total };
        generator.restore(kept);
      }
      done += cost(blobs, steps[i]);
      if (snapshots.length === i + 1) snapshots.push(generator.save());
    }
    const values = new Float32Array(own);
    for (const filled of fillInSlices(generator, planned.distribution, planned.shape, values)) {
      const kept = generator.save();
      yield { done: done + filled, total };
      generator.restore(kept);
    }
    const unknown = drawsRandomly(planned.distribution) ? steps.slice(0, index).find(({ kind }) => kind === 'unknown') : undefined;
    return { values, unsure: unknown?.kind === 'unknown' ? unknown.layer : undefined };
  }

  return {
    drawing,
    values: (blob) => lastOf(drawing(blob)),
    replan: (next) => drawFrom(next, seed, snapshots.slice(0, 1 + commonSteps(plan, next))),
  };
}

function lastOf<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** How many steps at the start draw alike in both. */
function commonSteps(one: DrawPlan, other: DrawPlan): number {
  let n = 0;
  while (n < one.steps.length && n < other.steps.length && stepKey(one, n) === stepKey(other, n)) n++;
  return n;
}

function stepKey({ blobs, steps }: DrawPlan, at: number): string {
  const step = steps[at] as DrawStep;
  if (step.kind === 'words') return `words ${step.words}`;
  if (step.kind === 'unknown') return 'unknown';
  const { shape, distribution } = blobs[step.blob] as PlannedBlob;
  // How a constant looks takes nothing from the generator.
  return distribution && !drawsRandomly(distribution) ? 'nothing' : JSON.stringify([shape, distribution]);
}

function valueCount({ shape }: PlannedBlob): number {
  return shape ? shape.reduce<number>((product, dim) => product * (dim ?? 0), 1) : 0;
}

/** Values that passing a step draws. */
function cost(blobs: readonly PlannedBlob[], step: DrawStep | undefined): number {
  const planned = step?.kind === 'fill' ? blobs[step.blob] : undefined;
  return planned?.distribution && drawsRandomly(planned.distribution) && isKnown(planned.shape) ? valueCount(planned) : 0;
}

const sliceValues = 1 << 18;
let scratch: Float32Array | undefined;

/** Takes what a step takes, without keeping it; yields the values done. */
function* pass(generator: Mt19937, blobs: readonly PlannedBlob[], step: DrawStep): Generator<number> {
  if (step.kind === 'words') for (let i = 0; i < step.words; i++) generator.next();
  const count = cost(blobs, step);
  if (step.kind !== 'fill' || count === 0) return;
  const { distribution } = blobs[step.blob] as PlannedBlob;
  const dense = denseOf(distribution as Distribution);
  scratch ??= new Float32Array(sliceValues);
  for (let done = 0; done < count; done += sliceValues) {
    const part = scratch.subarray(0, Math.min(sliceValues, count - done));
    for (const _ of fillInSlices(generator, dense, [part.length], part));
    if (count > sliceValues) yield done + part.length;
  }
  // The mask of a sparse filler comes after all values.
  if (distribution?.kind === 'sparseNormal' && distribution.density > 0) for (let i = 0; i < count; i++) generator.next();
}

function denseOf(distribution: Distribution): Distribution {
  if (distribution.kind === 'unitball') return { kind: 'uniform', min: 0, max: 1 };
  return distribution.kind === 'sparseNormal' ? { ...distribution, kind: 'normal' } : distribution;
}
