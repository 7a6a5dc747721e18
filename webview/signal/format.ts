/** Formats the page's numbers. */
import { showMeasured } from '#core/numbers';

/** A forecast, of which more digits would say nothing. */
export function digits(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : showMeasured(value, 3);
}

export function ratio(a: number | null | undefined, b: number | null | undefined): number | null {
  return typeof a === 'number' && typeof b === 'number' && b > 0 ? a / b : null;
}
