/** A table of the values' statistics, and of their theoretical values if they are drawn. */
import { showMeasured } from '#core/numbers';
import { statisticNames, type Statistics } from '#core/weights/statistics';
import type { Expected, Theory } from '#core/weights/theory';
import { fillIn } from '#core/messages/fill-in';
import { make } from '../page';
import { percent } from '../values/format';
import { words } from './words';

/** In standard errors: a sample deviates by more than this about once in ten thousand times. */
const farAway = 4;

export function factsTable(found: Statistics, theory: Theory | undefined): HTMLTableElement {
  const heads = [
    make('td'),
    make('th', { scope: 'col' }, theory ? words.drawn : words.loaded),
    ...(theory
      ? [make('th', { scope: 'col' }, make('span', { class: 'explained', title: words.byChanceLong }, words.expected))]
      : []),
  ];
  const body = statisticNames.map((name) => {
    const expected = theory?.[name];
    const show = name === 'zeros' ? percent : showMeasured;
    const cells = [
      show(found[name]),
      ...(theory
        ? [
            expected
              ? fillIn(words.byChance, { value: show(expected.value), error: spread(expected, show) })
              : words.unknownTheory,
          ]
        : []),
    ];
    const row = make('tr', {}, make('th', { scope: 'row' }, words[name]), ...cells.map((cell) => make('td', {}, cell)));
    if (expected && strays(found[name], expected)) {
      row.classList.add('strays');
      row.title = words.strays;
    }
    return row;
  });
  return make(
    'table',
    { class: 'facts', 'aria-label': words.facts },
    make('thead', {}, make('tr', {}, ...heads)),
    make('tbody', {}, ...body),
  );
}

/** Two digits say enough of an error. */
function spread({ error }: Expected, show: (value: number) => string): string {
  return error === 0 ? words.exactly : show(Number(error.toPrecision(2)));
}

function strays(value: number, { value: expected, error }: Expected): boolean {
  return error > 0 && Math.abs(value - expected) > farAway * error;
}
