/**
 * The random draws of a net, in Caffe's order, as plain data: layer after layer of one state, in each its own draws
 * first (data layers), then blob after blob. It can be sent to a worker, which needs nothing else of the net.
 */
import type { InferredLayer, StateAnalysis, Weight } from '../infer/types';
import type { Distribution } from '../net/distribution';
import { isKnown, type Shape } from '../net/shape';
import { str, subs } from '../schema/message';
import { drawsRandomly } from './fill';

export interface DrawPlan {
  /** Every blob with initial values, in the order of layers and their blobs. */
  readonly blobs: readonly PlannedBlob[];
  readonly steps: readonly DrawStep[];
}

export interface PlannedBlob {
  readonly shape: Shape;
  /** Undefined where the filler, or the shape that it scales by, is not known. */
  readonly distribution: Distribution | undefined;
  /**
   * The blob whose values it has after set-up: itself, or the first with its `param` name. Its own values are drawn in
   * either case.
   */
  readonly owner: number;
}

export type DrawStep =
  /** Fills the blob at this index of `blobs`. */
  | { readonly kind: 'fill'; readonly blob: number }
  /** Fills these blobs in order, `times` times, and discards the values (recurrent time steps). */
  | { readonly kind: 'again'; readonly blobs: readonly number[]; readonly times: number }
  /** Takes random words. */
  | { readonly kind: 'words'; readonly words: number }
  /**
   * Takes an unknown number of random words, so Caffe's later values differ. `layer` is the name of the layer that
   * causes it.
   */
  | { readonly kind: 'unknown'; readonly layer: string };

/** The weights of a state in the order of `DrawPlan.blobs`. */
export function weightsOf({ layers }: StateAnalysis): readonly Weight[] {
  return layers.flatMap(({ params }) => params);
}

export function drawPlan(analysis: StateAnalysis): DrawPlan {
  const blobs: PlannedBlob[] = [];
  const steps: DrawStep[] = [];
  const owners = new Map<string, number>();
  for (const layer of analysis.layers) {
    steps.push(...stepsOf(layer, blobs.length));
    const names = paramNames(layer);
    for (const { index, shape, distribution } of layer.params) {
      const name = names[index] ?? '';
      const owner = owners.get(name) ?? blobs.length;
      if (name !== '') owners.set(name, owner);
      blobs.push({ shape, distribution, owner });
    }
  }
  return { blobs, steps };
}

function paramNames({ layer, params }: InferredLayer): readonly string[] {
  return params.length === 0 ? [] : subs(layer.message, 'param').map((spec) => str(spec, 'name'));
}

function stepsOf({ layer, rule, params, draws }: InferredLayer, first: number): readonly DrawStep[] {
  const unknown: DrawStep = { kind: 'unknown', layer: layer.name };
  if (!rule || draws === null) return [unknown, ...params.map((_, i): DrawStep => ({ kind: 'fill', blob: first + i }))];
  const words: readonly DrawStep[] = draws?.words ? [{ kind: 'words', words: draws.words }] : [];
  const fills = params.flatMap((param, i): readonly DrawStep[] => {
    const fill: DrawStep = { kind: 'fill', blob: first + i };
    return takesUnknown(param) ? [fill, unknown] : [fill];
  });
  const { blobs, times } = draws?.again ?? { blobs: [], times: 0 };
  const again: readonly DrawStep[] =
    blobs.length > 0 && times > 0 ? [{ kind: 'again', blobs: blobs.map((i) => first + i), times }] : [];
  return [...words, ...fills, ...again];
}

function takesUnknown({ distribution, shape }: Pick<PlannedBlob, 'distribution' | 'shape'>): boolean {
  return distribution === undefined || (drawsRandomly(distribution) && !isKnown(shape));
}
