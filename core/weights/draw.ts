/**
 * The draws of a net in Caffe's order: layer after layer of one state, in each layer its own draws (data layers), then
 * blob after blob. The generator's state is kept at the start of each step, so that a blob looked at again costs only
 * itself.
 */
import type { InferredLayer, StateAnalysis, Weight } from '../infer/types';
import { isKnown } from '../net/shape';
import { Mt19937, type Snapshot } from '../random/mt19937';
import { drawsRandomly, fillBlob } from './fill';

export interface NetDraw {
  /**
   * The values of one blob, or undefined where its shape or filler is not known. `sure` is false where something before
   * it draws an unknown number of times, so that Caffe's values are others.
   */
  readonly values: (weight: Weight) => DrawnBlob | undefined;
}

export interface DrawnBlob {
  readonly values: Float32Array;
  readonly sure: boolean;
}

/** One thing that takes random numbers. A blob that is filled again (recurrent time steps) keeps its first values. */
type Step =
  | { readonly kind: 'fill'; readonly weight: Weight }
  | { readonly kind: 'words'; readonly words: number }
  | { readonly kind: 'unknown' };

export function drawNet(analysis: StateAnalysis, seed: number): NetDraw {
  const steps = analysis.layers.flatMap((layer) => stepsOf(layer));
  const firstStep = new Map<Weight, number>();
  steps.forEach((step, i) => {
    if (step.kind === 'fill' && !firstStep.has(step.weight)) firstStep.set(step.weight, i);
  });
  const firstUnknown = steps.findIndex(({ kind }) => kind === 'unknown');
  const snapshots: Snapshot[] = [];
  const generator = new Mt19937(seed);
  const goTo = (index: number): void => {
    const kept = snapshots[index];
    if (kept) return generator.restore(kept);
    const last = snapshots.length - 1;
    const from = snapshots[last];
    if (from) generator.restore(from);
    else snapshots.push(generator.save());
    for (let i = Math.max(0, last); i < index; i++) {
      pass(generator, steps[i] as Step);
      snapshots[i + 1] = generator.save();
    }
  };
  return {
    values: (weight) => {
      const index = firstStep.get(weight);
      if (index === undefined || !weight.distribution || !isKnown(weight.shape)) return undefined;
      const values = new Float32Array(weight.count ?? 0);
      goTo(index);
      fillBlob(generator, weight.distribution, weight.shape, values);
      return { values, sure: firstUnknown < 0 || index < firstUnknown || !drawsRandomly(weight.distribution) };
    },
  };
}

function stepsOf(layer: InferredLayer): readonly Step[] {
  const { rule, params, draws } = layer;
  if (!rule || draws === null) return [{ kind: 'unknown' }, ...params.map((weight): Step => ({ kind: 'fill', weight }))];
  const order = draws?.order ?? params.map((_, i) => i);
  const words: readonly Step[] = draws?.words ? [{ kind: 'words', words: draws.words }] : [];
  return [...words, ...order.flatMap((i): readonly Step[] => fillStep(params[i]))];
}

function fillStep(weight: Weight | undefined): readonly Step[] {
  if (!weight) return [];
  const unknown = weight.distribution === undefined || (drawsRandomly(weight.distribution) && !isKnown(weight.shape));
  return unknown ? [{ kind: 'fill', weight }, { kind: 'unknown' }] : [{ kind: 'fill', weight }];
}

/** Takes what a step takes, without keeping it. */
function pass(generator: Mt19937, step: Step): void {
  if (step.kind === 'words') for (let i = 0; i < step.words; i++) generator.next();
  if (step.kind !== 'fill') return;
  const { distribution, shape, count } = step.weight;
  if (!distribution || !drawsRandomly(distribution) || !isKnown(shape) || count === null) return;
  passBlob(generator, step.weight);
}

const chunk = new Float32Array(1 << 14);

/** A filler draws value after value, but for `sparse`, whose mask comes after all values. */
function passBlob(generator: Mt19937, { distribution, count }: Weight): void {
  if (!distribution || count === null) return;
  const plain = distribution.kind === 'unitball' ? ({ kind: 'uniform', min: 0, max: 1 } as const) : distribution;
  const dense = plain.kind === 'sparseNormal' ? ({ ...plain, kind: 'normal' } as const) : plain;
  for (let left = count; left > 0; left -= chunk.length) {
    const part = left < chunk.length ? chunk.subarray(0, left) : chunk;
    fillBlob(generator, dense, [part.length], part);
  }
  if (plain.kind === 'sparseNormal' && plain.density > 0) for (let i = 0; i < count; i++) generator.next();
}
