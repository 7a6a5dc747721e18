/**
 * What a run shows of a net that is to learn, layer by layer: activations that vanish or explode, units that are always 0,
 * saturated activations. Figures of one batch, with the weights of one seed. The limits are those of the forecast.
 */
import { factsOf } from '#core/checks/facts';
import type { InferredLayer, StateAnalysis } from '#core/infer/types';
import { paramOf } from '#core/infer/param-of';
import { fillIn } from '#core/messages/fill-in';
import type { Language } from '#core/messages/language';
import { formatMeasured } from '#core/numbers';
import { problemShare, sizeOf } from '#core/signal/verdicts';
import type { RanBack, RanLayer, RanTop } from './run';

export type Finding =
  /** `value`: the second moment relative to the input's. */
  | { readonly kind: 'vanishing' | 'exploding'; readonly value: number }
  /** Of the gradient at its first bottom; `value`: the second moment relative to that at the output. */
  | { readonly kind: 'vanishing-gradient' | 'exploding-gradient'; readonly value: number }
  /** Of a rectifier. `units`: channels, where a unit has several positions. */
  | { readonly kind: 'dead'; readonly silent: number; readonly count: number; readonly units: 'channels' | 'units' }
  /** `share`: from 0 to 1. */
  | { readonly kind: 'saturated'; readonly share: number }
  | { readonly kind: 'zero' }
  | { readonly kind: 'not-finite' };

/** With fewer values, a unit may well be 0 in all of them by chance. */
const leastValues = 16;
/** Fewer are usual in any net with saturating activations. */
const leastSaturated = 0.05;

/**
 * By the index of the layer; `state`: as the net was run. What vanishes or explodes is found at the first layer of a path,
 * since it holds for those after it as well: forward from the input, and back from the output.
 */
export function findingsOf(
  layers: readonly RanLayer[],
  state: StateAnalysis,
  back: readonly RanBack[] = [],
): ReadonlyMap<number, readonly Finding[]> {
  const { weightsAbove, learnsBelow, readers } = factsOf(state);
  const input = inputOf(layers, state);
  const output = outputOf(back);
  const forward = new Map(
    layers.flatMap(({ index, tops: [top] }) => {
      const isHidden = weightsAbove[index] === true && state.layers[index]?.layer.bottoms.length !== 0;
      return top && top.n > 1 && isHidden ? [[index, size(top.m2, input)] as const] : [];
    }),
  );
  const gradients = new Map(
    back.flatMap(({ index, bottoms: [bottom] }) =>
      bottom && learnsBelow[index] === true ? [[index, size(bottom.m2, output)] as const] : [],
    ),
  );
  const found = (index: number, top: RanTop): readonly Finding[] => {
    const inferred = state.layers[index];
    if (!inferred || inferred.layer.bottoms.length === 0 || top.n === 0) return [];
    if (![top.m2, top.min, top.max].every(Number.isFinite)) return [{ kind: 'not-finite' }];
    if (forward.has(index) && top.zeros === top.n) return [{ kind: 'zero' }];
    const before = inferred.layer.bottoms.flatMap(({ blob }) => (blob ? [blob.layer] : []));
    const after = inferred.layer.tops.flatMap(({ blob }) => readers[blob.id] ?? []).map(({ layer }) => layer.index);
    return [
      ...firstOf(forward, index, before).map(({ kind, value }): Finding => ({ kind, value })),
      ...firstOf(gradients, index, after).map(({ kind, value }): Finding => ({ kind: `${kind}-gradient`, value })),
      ...unitFindings(top, inferred),
    ];
  };
  return new Map(
    layers.flatMap(({ index, tops: [top] }) => {
      const own = top ? found(index, top) : [];
      return own.length > 0 ? [[index, own] as const] : [];
    }),
  );
}

/** The second moment of the first input that is more than a label; 0 where there is none. */
export function inputOf(layers: readonly RanLayer[], state: StateAnalysis): number {
  const tops = layers.flatMap(({ index, tops }) => (state.layers[index]?.layer.bottoms.length === 0 ? tops : []));
  return tops.find(({ shape }) => shape.length > 1)?.m2 ?? 0;
}

/** The second moment of the first gradient that is passed back, that of the loss; 0 where there is none. */
function outputOf(back: readonly RanBack[]): number {
  return back.flatMap(({ bottoms }) => bottoms).find((gradient) => gradient !== null && gradient.m2 > 0)?.m2 ?? 0;
}

interface Size {
  readonly kind: ReturnType<typeof sizeOf>;
  readonly value: number;
}

function size(m2: number, reference: number): Size {
  const value = reference > 0 ? m2 / reference : 1;
  return { kind: sizeOf(value), value };
}

/** Empty where it is the same at a layer that comes before it. */
function firstOf(
  sizes: ReadonlyMap<number, Size>,
  index: number,
  before: readonly number[],
): readonly (Size & { readonly kind: 'vanishing' | 'exploding' })[] {
  const { kind, value = 1 } = sizes.get(index) ?? {};
  return kind === undefined || before.some((each) => sizes.get(each)?.kind === kind) ? [] : [{ kind, value }];
}

function unitFindings({ n, units, saturated, shape }: RanTop, { layer, rule }: InferredLayer): readonly Finding[] {
  const found: Finding[] = [];
  if (units && units.silent > 0 && units.size >= leastValues && rule?.rectifies?.(paramOf(layer, rule)))
    found.push({
      kind: 'dead',
      silent: units.silent,
      count: units.count,
      units: shape.length > 2 ? 'channels' : 'units',
    });
  if (saturated !== null && saturated >= leastSaturated * n) found.push({ kind: 'saturated', share: saturated / n });
  return found;
}

/** True where it is more than the usual: of a few dead or saturated units, the panel has only a note. */
export function isSerious(finding: Finding): boolean {
  switch (finding.kind) {
    case 'dead':
      return finding.silent >= problemShare * finding.count;
    case 'saturated':
      return finding.share >= problemShare;
    default:
      return true;
  }
}

/** What it is about. */
export function subjectOf({ kind }: Finding): 'activations' | 'gradients' {
  return kind === 'vanishing-gradient' || kind === 'exploding-gradient' ? 'gradients' : 'activations';
}

/** In a few words, beside a drawing of what it is about. */
export function findingLabel(finding: Finding, { running }: Language): string {
  switch (finding.kind) {
    case 'vanishing':
    case 'vanishing-gradient':
      return fillIn(running['label-vanishing'], { value: formatMeasured(finding.value, 2) });
    case 'exploding':
    case 'exploding-gradient':
      return fillIn(running['label-exploding'], { value: formatMeasured(finding.value, 2) });
    case 'dead':
      return fillIn(running[`label-dead-${finding.units}`], { silent: finding.silent, count: finding.count });
    case 'saturated':
      return fillIn(running['label-saturated'], { percent: Math.round(100 * finding.share) });
    default:
      return running[`label-${finding.kind}`];
  }
}

export function findingText(finding: Finding, { running }: Language): string {
  switch (finding.kind) {
    case 'vanishing':
    case 'exploding':
    case 'vanishing-gradient':
    case 'exploding-gradient':
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
