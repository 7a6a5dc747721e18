/** The occurrences of the name at an offset: where it is produced, and where it is read. */
import type { Analysis } from '#core/analysis/analysis';
import type { Span } from '#core/problems/index';
import { sameName, occurrenceAt } from './blob-places';

export interface Highlight {
  readonly span: Span;
  readonly kind: 'made' | 'read';
}

/** An editor asks at each move of the cursor, and shows some hundred lines; of more occurrences, the nearest are marked. */
export const mostHighlights = 10_000;

export function highlights(analysis: Analysis, offset: number): readonly Highlight[] {
  const occurrence = occurrenceAt(analysis, offset);
  if (!occurrence) return [];
  const all = sameName(analysis, occurrence);
  const first = Math.max(0, all.indexOf(occurrence) - mostHighlights / 2);
  return all
    .slice(first, first + mostHighlights)
    .map(({ span, role }) => ({ span, kind: role === 'bottom' ? 'read' : 'made' }));
}
