/** The checksum of each blob of a state, computed while it is drawn; no blob is kept in memory as a whole. */
import type { StateAnalysis, Weight } from '../infer/types';
import type { Engine } from '../random/engine';
import { hexOf, updateCrc32 } from '../weights/crc32';
import { drawBlobs } from '../weights/draw';
import { partsOf } from './exported-net';
import { drawPlan, weightsOf } from '../weights/plan';

/** Eight hexadecimal digits; null where the values are not known, or may differ from Caffe's. */
export function checksumsOf(analysis: StateAnalysis, seed: number, engine: Engine): (weight: Weight) => string | null {
  const draw = drawBlobs(drawPlan(analysis), seed, engine);
  const index = new Map(weightsOf(analysis).map((weight, i) => [weight, i]));
  return (weight) => {
    const blob = index.get(weight) ?? -1;
    const facts = draw.facts(blob);
    if (!facts || facts.unsure !== undefined) return null;
    let sum = 0;
    for (const chunk of partsOf({ blob }, draw)) sum = updateCrc32(sum, chunk);
    return hexOf(sum);
  };
}
