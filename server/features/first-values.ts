/** The initial values that the first picture of a blob needs, drawn while the page that shows it loads. */
import type { StateAnalysis } from '#core/infer/types';
import { isKnown } from '#core/net/shape';
import { littleEndian } from '#core/weights/crc32';
import { drawBlobs } from '#core/weights/draw';
import { drawnRegion, firstRegion } from '#core/weights/region';
import { drawsRandomly } from '#core/weights/fill';
import { drawPlan } from '#core/weights/plan';
import type { FirstValues } from '#protocol/values';
import type { Runtime } from '../runtime';
import { stepByStep } from '../turns';
import { base64Of } from './loaded-weights';

/** `blob`: an index in `DrawPlan.blobs`. Null if it is not random, or if to draw it would take long. */
export async function firstValues(
  state: StateAnalysis,
  blob: number,
  seed: number,
  { engine, timer }: Pick<Runtime, 'engine' | 'timer'>,
): Promise<FirstValues | null> {
  const plan = drawPlan(state);
  const { shape, distribution } = plan.blobs[blob] ?? {};
  if (!shape || !isKnown(shape) || !distribution || !drawsRandomly(distribution)) return null;
  const region = firstRegion(shape);
  const values = await stepByStep(drawnRegion(drawBlobs(plan, seed, engine()), blob, region), timer);
  return values ? { seed, region, values: base64Of(littleEndian(values)) } : null;
}
