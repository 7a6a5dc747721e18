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
  const { seed, batch, differs } = measured;
  notes.push(fillIn(batch === null ? words.measuredWith : words.measuredBatch, { seed, batch: batch ?? '' }));
  if (differs) {
    const { count, layer, measured: value, forecast } = differs;
    const args = { count, layer: layers[layer]?.name ?? '', value: digits(value), forecast: digits(forecast) };
    notes.push(fillIn(words.differs, args));
  }
  return notes;
}
