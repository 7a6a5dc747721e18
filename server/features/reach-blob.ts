/** Passes what a net draws before a blob, so that a panel which is about to be opened needn't. */
import { drawBlobs, type Reached } from '#core/weights/draw';
import type { ReachRequests } from '../protocol';
import type { Runtime } from '../runtime';

/** Parts between two looks at what else there is to do: some ten milliseconds of work. */
const partsAtOnce = 16;

/** What takes longer, some third of a second, is not waited for: the page tells how far its own drawing is. */
const mostValues = 150_000_000;

/** Null where the blob draws nothing or can't be drawn, where it lies far behind, and where it is cancelled. */
export async function reachBlob(
  { plan, seed, blob }: ReachRequests['prototxt/weights/reach']['params'],
  { engine, timer }: Pick<Runtime, 'engine' | 'timer'>,
  isCancelled: () => boolean,
): Promise<Reached | null> {
  const draw = drawBlobs(plan, seed, engine());
  if ((draw.ahead(blob) ?? 0) > mostValues) return null;
  const steps = draw.reach(blob);
  for (let turn = 1; ; turn++) {
    const { done, value } = steps.next();
    if (done) return value ?? null;
    if (turn % partsAtOnce !== 0) continue;
    await new Promise<void>((resolve) => timer.after(0, resolve));
    if (isCancelled()) return null;
  }
}
