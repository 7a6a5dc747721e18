import { paramOf } from '../infer/param-of';
import type { InferredLayer, StateAnalysis } from '../infer/types';
import { isKept, type InPlaceInput, type Trait } from '../net/in-place';
import type { Blob, TopRef } from '../net/model';
import type { Problem } from '../problems';
import type { NetCheck } from './check';
import type { NetFacts } from './facts';

/** A layer that writes its top while it, or its gradient, still reads its bottom: where they are one blob, its numbers are wrong. */
export const inPlace: NetCheck = {
  kind: 'net',
  code: 'check/in-place',
  find: (facts) => facts.analysis.layers.flatMap((inferred) => spoiltBy(inferred, facts)),
};

/** A layer that changes in place what a layer below it has made, and computes its gradient from. */
export const overwritten: NetCheck = {
  kind: 'net',
  code: 'check/overwritten',
  find: (facts) => (trains(facts) ? facts.analysis.layers.flatMap((inferred) => overwrittenOf(inferred, facts)) : []),
};

function spoiltBy(inferred: InferredLayer, facts: NetFacts): readonly Problem[] {
  const { layer, rule } = inferred;
  const top = layer.tops.find(({ inPlaceOf }) => inPlaceOf >= 0);
  const spoilt = top && rule?.inPlace?.spoils?.(inputOf(inferred));
  if (!top || !spoilt || layer.message.state !== 'sound') return [];
  if (spoilt === 'gradient' && !(trains(facts) && isLearning(inferred, facts))) return [];
  return [{ code: 'check/in-place', span: top.span, args: { type: layer.type, blob: top.name } }];
}

function overwrittenOf(inferred: InferredLayer, facts: NetFacts): readonly Problem[] {
  const { layer, rule } = inferred;
  const reads = rule?.inPlace?.reads;
  if (!reads || facts.learnsBelow[layer.index] !== true || facts.leadsToLoss[layer.index] !== true) return [];
  const wanted = reads(inputOf(inferred));
  if (!wanted) return [];
  return layer.tops.flatMap(({ blob }): readonly Problem[] => {
    for (let next = changerOf(blob, facts); next; next = changerOf(next.top.blob, facts)) {
      const { by, top } = next;
      if (keeps(by, wanted)) continue;
      return [{ code: 'check/overwritten', span: top.span, args: { layer: by.layer.name, blob: top.name, other: layer.name, type: layer.type } }];
    }
    return [];
  });
}

/** Whether the layer, in place, would take from those below it what their gradient reads. */
export function wouldOverwrite(inferred: InferredLayer, { layers }: StateAnalysis): boolean {
  for (let below = makerOf(inferred, layers); below; below = isInPlace(below) ? makerOf(below, layers) : undefined) {
    const wanted = below.rule?.inPlace?.reads?.(inputOf(below));
    if (wanted && !keeps(inferred, wanted)) return true;
  }
  return false;
}

function makerOf({ layer: { bottoms } }: InferredLayer, layers: readonly InferredLayer[]): InferredLayer | undefined {
  return layers[bottoms[0]?.blob?.layer ?? -1];
}

/** Of a layer that says nothing of itself, nothing is known. */
function keeps(by: InferredLayer, wanted: Trait): boolean {
  const kept = by.rule?.inPlace?.keeps?.(inputOf(by));
  return kept === undefined || isKept(wanted, kept);
}

interface Changer {
  readonly by: InferredLayer;
  readonly top: TopRef;
}

/** The layer that works on this version of a blob in place. */
function changerOf({ id }: Blob, { readers }: NetFacts): Changer | undefined {
  for (const by of readers[id] ?? []) {
    const top = by.layer.tops.find(({ inPlaceOf }) => by.layer.bottoms[inPlaceOf]?.blob?.id === id);
    if (top) return { by, top };
  }
  return undefined;
}

function inputOf(inferred: InferredLayer): InPlaceInput {
  const { layer, rule, bottoms, tops, params } = inferred;
  const param = rule ? paramOf(layer, rule) : layer.message;
  return { param, bottoms, tops, params: params.map(({ shape }) => shape), inPlace: isInPlace(inferred) };
}

function isInPlace({ layer: { tops } }: InferredLayer): boolean {
  return tops.some(({ inPlaceOf }) => inPlaceOf >= 0);
}

function trains({ hasLoss, analysis: { state } }: NetFacts): boolean {
  return hasLoss && state.phase === 'TRAIN';
}

function isLearning({ layer }: InferredLayer, { learns, leadsToLoss }: NetFacts): boolean {
  return learns[layer.index] === true && leadsToLoss[layer.index] === true;
}
