/** The table of what was drawn against what theory expects. */
import type { Statistics } from '#core/weights/statistics';
import type { Expected, Theory } from '#core/weights/theory';
import { make } from '../page';
import { formatShort } from './words';

const rows = ['mean', 'std', 'min', 'max', 'zeros'] as const;
/** A sample strays further than this many standard errors once in some thousand times. */
const farAway = 4;

export function factsTable(found: Statistics, theory: Theory | undefined): HTMLTableElement {
  const head = make('tr', {}, ...['', 'drawn', 'expected', '± by chance'].map((title) => make('th', { scope: 'col' }, title)));
  const body = rows.map((name) => {
    const expected = theory?.[name];
    const show = name === 'zeros' ? percent : formatShort;
    const cells = [show(found[name]), expected ? show(expected.value) : '–', expected ? spread(expected, show) : '–'];
    const row = make('tr', {}, make('th', { scope: 'row' }, name), ...cells.map((cell) => make('td', {}, cell)));
    if (expected && strays(found[name], expected)) row.classList.add('strays');
    return row;
  });
  return make('table', { class: 'facts' }, make('thead', {}, head), make('tbody', {}, ...body));
}

function spread({ error }: Expected, show: (value: number) => string): string {
  return error === 0 ? 'exact' : show(error);
}

function strays(value: number, { value: expected, error }: Expected): boolean {
  return error > 0 && Math.abs(value - expected) > farAway * error;
}

function percent(share: number): string {
  return share === 0 ? '0' : `${formatShort(100 * share)} %`;
}
