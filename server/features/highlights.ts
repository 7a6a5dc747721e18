/** All occurrences of the name at an offset: where it is produced, and where it is read. */
import type { Analysis } from '#core/analysis/analysis';
import type { Span } from '#core/problems/index';
import { sameName, occurrenceAt } from './blob-places';

export interface Highlight {
  readonly span: Span;
  readonly kind: 'made' | 'read';
}

export function highlights(analysis: Analysis, offset: number): readonly Highlight[] {
  const occurrence = occurrenceAt(analysis, offset);
  if (!occurrence) return [];
  return sameName(analysis, occurrence).map(({ span, role }) => ({ span, kind: role === 'bottom' ? 'read' : 'made' }));
}
