/**
 * What a run shows of a net that is to learn, layer by layer: activations that vanish or explode, units that are always 0,
 * saturated activations. Figures of one batch, with the weights of one seed.
 */
import { factsOf } from '#core/checks/facts';
import type { InferredLayer, StateAnalysis } from '#core/infer/types';
import { paramOf } from '#core/infer/param-of';
import { fillIn } from '#core/messages/fill-in';
import type { Language } from '#core/messages/language';
import { formatMeasured } from '#core/numbers';
import type { RanLayer, RanTop } from './run';

export type Finding =
  /** `value`: the second moment relative to the input's. */
  | { readonly kind: 'vanishing' | 'exploding'; readonly value: number }
  /** Of a rectifier. `units`: channels, where a unit has several positions. */
  | { readonly kind: 'dead'; readonly silent: number; readonly count: number; readonly units: 'channels' | 'units' }
  /** `share`: from 0 to 1. */
  | { readonly kind: 'saturated'; readonly share: number }
  | { readonly kind: 'zero' }
  | { readonly kind: 'not-finite' };

/** Relative second moments, as in the forecast (`core/signal/verdicts.ts`). */
const vanished = 1e-4;
const exploded = 1e4;
/** With fewer values, a unit may well be 0 in all of them by chance. */
const leastValues = 16;
/** Fewer are usual in any net with saturating activations. */
const leastSaturated = 0.05;

/** By the index of the layer; `state`: as the net was run. */
export function findingsOf(layers: readonly RanLayer[], state: StateAnalysis): ReadonlyMap<number, readonly Finding[]> {
  const { weightsAbove } = factsOf(state);
  const input = inputOf(layers, state);
  return new Map(
    layers.flatMap(({ index, tops: [top] }) => {
      const inferred = state.layers[index];
      const found = top && inferred ? findingsIn(top, inferred, input, weightsAbove[index] === true) : [];
      return found.length > 0 ? [[index, found] as const] : [];
    }),
  );
}

/** The second moment of the first input that is more than a label; 0 where there is none. */
export function inputOf(layers: readonly RanLayer[], state: StateAnalysis): number {
  const tops = layers.flatMap(({ index, tops }) => (state.layers[index]?.layer.bottoms.length === 0 ? tops : []));
  return tops.find(({ shape }) => shape.length > 1)?.m2 ?? 0;
}

function findingsIn(top: RanTop, { layer, rule }: InferredLayer, input: number, isInside: boolean): readonly Finding[] {
  const { n, m2, zeros, units, saturated, shape } = top;
  if (layer.bottoms.length === 0 || n === 0) return [];
  if (![m2, top.min, top.max].every(Number.isFinite)) return [{ kind: 'not-finite' }];
  const found: Finding[] = [];
  // Tops with no weights above are outputs of the net.
  const isHidden = isInside && n > 1;
  if (isHidden && zeros === n) return [{ kind: 'zero' }];
  const value = input > 0 ? m2 / input : 1;
  if (isHidden && value < vanished) found.push({ kind: 'vanishing', value });
  if (isHidden && value > exploded) found.push({ kind: 'exploding', value });
  if (units && units.silent > 0 && units.size >= leastValues && rule?.rectifies?.(paramOf(layer, rule)))
    found.push({ kind: 'dead', ...units, units: shape.length > 2 ? 'channels' : 'units' });
  if (saturated !== null && saturated >= leastSaturated * n) found.push({ kind: 'saturated', share: saturated / n });
  return found;
}

export function findingText(finding: Finding, { running }: Language): string {
  switch (finding.kind) {
    case 'vanishing':
    case 'exploding':
      // Two digits: with another seed, the second is another.
      return fillIn(running[`found-${finding.kind}`], { value: formatMeasured(finding.value, 2) });
    case 'dead':
      return fillIn(running[`found-dead-${finding.units}`], { silent: finding.silent, count: finding.count });
    case 'saturated':
      return fillIn(running['found-saturated'], { percent: Math.round(100 * finding.share) });
    default:
      return running[`found-${finding.kind}`];
  }
}
