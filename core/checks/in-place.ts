import { paramOf } from '../infer/param-of';
import type { InferredLayer, StateAnalysis } from '../infer/types';
import { isKept, type InPlaceInput, type Trait } from '../net/in-place';
import type { Blob, TopRef } from '../net/model';
import type { Problem } from '../problems';
import type { NetCheck } from './check';
import type { NetFacts } from './facts';

/**
 * A layer that writes its top while its forward or backward pass still reads its bottom: its results are wrong where
 * both are one blob.
 */
export const inPlace: NetCheck = {
  kind: 'net',
  code: 'check/in-place',
  find: (facts) => facts.analysis.layers.flatMap((inferred) => spoiltBy(inferred, facts)),
};

/** A layer that overwrites in place what a layer below it has made and reads again for its gradient. */
export const overwritten: NetCheck = {
  kind: 'net',
  code: 'check/overwritten',
  find: (facts) => (trains(facts) ? facts.analysis.layers.flatMap((inferred) => overwrittenOf(inferred, facts)) : []),
};

/**
 * Flatten, Reshape and Split share their bottom's memory, and so do the copies that Caffe makes of a blob with several
 * readers. A layer that works in place on one of them changes the values for every later reader of the others.
 */
export const sharedMemory: NetCheck = {
  kind: 'net',
  code: 'check/shared-memory',
  find: (facts) =>
    facts.analysis.layers.flatMap(({ layer }) => layer.tops.flatMap(({ blob }) => changedForOthers(blob, facts))),
};

function changedForOthers(blob: Blob, facts: NetFacts): readonly Problem[] {
  const readers = facts.readers[blob.id] ?? [];
  if (readers.length < 2) return [];
  return readers.filter(passesMemory).flatMap((passing): readonly Problem[] => {
    for (const { by, top } of passing.layer.tops.flatMap((view) => changersOf(view.blob, facts))) {
      const later = readers.find((other) => other !== passing && other.layer.index > by.layer.index);
      if (!later || keeps(by, 'all')) continue;
      return [
        {
          code: 'check/shared-memory',
          span: top.span,
          args: { layer: by.layer.name, blob: top.name, shared: blob.name, reader: later.layer.name },
        },
      ];
    }
    return [];
  });
}

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
    for (const { by, top } of changersOf(blob, facts)) {
      if (keeps(by, wanted)) continue;
      return [
        {
          code: 'check/overwritten',
          span: top.span,
          args: { layer: by.layer.name, blob: top.name, other: layer.name, type: layer.type },
        },
      ];
    }
    return [];
  });
}

/**
 * Whether the layer, in place, would overwrite values that the gradients of layers below read, or memory that others
 * share.
 */
export function wouldOverwrite(inferred: InferredLayer, { layers }: StateAnalysis): boolean {
  for (
    let below = makerOf(inferred, layers);
    below;
    below = isInPlace(below) || passesMemory(below) ? makerOf(below, layers) : undefined
  ) {
    const wanted = below.rule?.inPlace?.reads?.(inputOf(below));
    if (wanted && !keeps(inferred, wanted)) return true;
    if (passesMemory(below) && isShared(below, layers)) return true;
  }
  return false;
}

/** True where another layer reads the same bottom. */
function isShared({ layer: { bottoms } }: InferredLayer, layers: readonly InferredLayer[]): boolean {
  const id = bottoms[0]?.blob?.id;
  return (
    layers.filter(({ layer }) => layer.bottoms.some(({ blob }) => blob !== undefined && blob.id === id)).length > 1
  );
}

function makerOf({ layer: { bottoms } }: InferredLayer, layers: readonly InferredLayer[]): InferredLayer | undefined {
  return layers[bottoms[0]?.blob?.layer ?? -1];
}

/** True for a layer whose rule doesn't say what it keeps: nothing is reported for it. */
function keeps(by: InferredLayer, wanted: Trait): boolean {
  const kept = by.rule?.inPlace?.keeps?.(inputOf(by));
  return kept === undefined || isKept(wanted, kept);
}

interface Changer {
  readonly by: InferredLayer;
  readonly top: TopRef;
}

/** The layers that work in place on this version of a blob, on later versions, and on blobs that share its memory. */
function changersOf(blob: Blob, { readers }: NetFacts): readonly Changer[] {
  const changers: Changer[] = [];
  const blobs = [blob];
  for (let at = blobs.pop(); at; at = blobs.pop()) {
    for (const by of readers[at.id] ?? []) {
      const top = by.layer.tops.find(({ inPlaceOf }) => by.layer.bottoms[inPlaceOf]?.blob?.id === at.id);
      if (top) {
        changers.push({ by, top });
        blobs.push(top.blob);
      } else if (passesMemory(by)) {
        blobs.push(...by.layer.tops.map((view) => view.blob));
      }
    }
  }
  return changers;
}

function passesMemory({ rule }: InferredLayer): boolean {
  return rule?.sharesBottom === true;
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
