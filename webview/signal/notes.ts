/** Sentences above the charts: which line to look at, and how far the forecast is from what was measured. */
import { fillIn } from '#core/messages/fill-in';
import type { SignalAnswer } from '#protocol/signal';
import { digits } from './format';
import { words } from './words';

export function notesOf({ wall, measured, layers }: SignalAnswer): readonly string[] {
  const walls = { weights: words.wallWeights, statistics: words.wallStatistics, both: words.wallBoth };
  const notes = wall ? [walls[wall]] : [];
  if (!measured) return notes;
  if (measured.isOld) return [...notes, words.measuredOld];
  const { seed, batch, differs, differsBack } = measured;
  notes.push(fillIn(batch === null ? words.measuredWith : words.measuredBatch, { seed, batch: batch ?? '' }));
  for (const [difference, sentence] of [
    [differs, words.differs],
    [differsBack, words.differsBack],
  ] as const) {
    if (!difference) continue;
    const { count, layer, measured: value, forecast } = difference;
    const args = { count, layer: layers[layer]?.name ?? '', value: digits(value), forecast: digits(forecast) };
    notes.push(fillIn(sentence, args));
  }
  return notes;
}
