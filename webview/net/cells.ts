/** The cells of the table: titles that sort, layers that lead to the text, blocks that open. */
import { fillIn } from '#core/messages/fill-in';
import { button, make } from '../page';
import { brief } from './row-texts';
import { numeric, type Column, type Row, type Sorting } from './rows';
import { words } from './words';

export const titles: Readonly<Record<Column, readonly [title: string, hint?: string]>> = {
  layer: [words.layer],
  type: [words.type],
  targets: [words.targets, words.targetsLong],
  top: [words.top],
  params: [words.params, words.paramsLong],
  macs: [words.macs, words.macsLong],
  memory: [words.memory, words.memoryLong],
  field: [words.field, words.fieldLong],
  stride: [words.stride, words.strideLong],
  start: [words.start, words.startLong],
  change: [words.change, words.changeLong],
};

export function titleCell(
  column: Column,
  sorting: Sorting | undefined,
  sort: (next: Sorting | undefined) => void,
): HTMLElement {
  const [text, hint] = titles[column];
  const sorted = sorting?.column === column ? sorting.direction : undefined;
  const face = sorted === undefined ? text : `${text}\u00a0${sorted === 'ascending' ? '▴' : '▾'}`;
  const press = button(face, { class: 'link', title: hint, 'aria-label': fillIn(words.sortBy, { column: text }) }, () =>
    sort(nextSorting(sorting, column)),
  );
  return make(
    'th',
    { scope: 'col', class: numeric.has(column) ? 'number' : undefined, 'aria-sort': sorted ?? 'none' },
    press,
  );
}

/** Numbers are sorted in descending order first; the third click restores the text order. */
function nextSorting(now: Sorting | undefined, column: Column): Sorting | undefined {
  const first = numeric.has(column) || column === 'change' ? 'descending' : 'ascending';
  if (now?.column !== column) return { column, direction: first };
  return now.direction === first
    ? { column, direction: first === 'ascending' ? 'descending' : 'ascending' }
    : undefined;
}

/** `press`: shows the layer in the text, or opens or closes the block. Only one row at a time is in the tab order. */
export function rowElement(row: Row, columns: readonly Column[], press: () => void): HTMLTableRowElement {
  const element = make('tr', {
    class: row.kind,
    'data-key': row.key,
    'data-layer': row.kind === 'layer' ? row.layers[0] : undefined,
    'aria-level': row.level + 1,
    'aria-expanded': row.expanded === undefined ? undefined : String(row.expanded),
  });
  element.append(...columns.map((column) => (column === 'layer' ? nameCell(row, press) : cellOf(row, column))));
  return element;
}

function nameCell({ kind, name, level, expanded, cells }: Row, press: () => void): HTMLElement {
  const cell = make('th', { scope: 'row' });
  cell.style.setProperty('--level', String(level));
  if (kind === 'block') {
    const sign = make('span', { 'aria-hidden': 'true' }, expanded === true ? '▾\u00a0' : '▸\u00a0');
    const face = make('span', {}, sign, ...breakable(name));
    cell.append(button(face, { class: 'link', tabindex: -1, 'aria-expanded': String(expanded === true) }, press));
  } else if (kind === 'layer') {
    const title = name === cells.layer ? words.goToText : `${cells.layer} · ${words.goToText}`;
    cell.append(button(make('span', {}, ...breakable(name)), { class: 'link', tabindex: -1, title }, press));
  } else cell.append(make('span', {}, ...breakable(name)));
  return cell;
}

/** Names are long in narrow columns: they continue on the next line after a separator. */
function breakable(name: string): readonly (string | HTMLElement)[] {
  if (name.length > 120) return [name];
  return name.split(/(?<=[/_.-])/).flatMap((part, i) => (i === 0 ? [part] : [make('wbr'), part]));
}

function cellOf(row: Row, column: Column): HTMLElement {
  const text = row.cells[column];
  if (column === 'type' && row.kind === 'block')
    return make('td', { class: 'quiet' }, fillIn(words.groupLayers, { count: text }));
  const share = row.shares[column];
  const short = numeric.has(column) || column === 'change' ? brief(text) : text;
  const full = share === undefined ? text : `${text} · ${fillIn(words.percent, { value: percent(share) })}`;
  const title = short === text && share === undefined && column !== 'top' ? undefined : full;
  const cell = make('td', { class: classOf(column, text), title }, column === 'change' ? together(short) : short);
  if (share === undefined) return cell;
  cell.classList.add('share');
  cell.style.setProperty('--share', `${100 * share}%`);
  cell.append(make('span', { class: 'quiet' }, fillIn(words.percent, { value: percent(share) })));
  return cell;
}

/** Keeps a number on one line with its name and its unit: `MACs −4.83 G`. */
function together(text: string): string {
  return text.replaceAll(/ (?=[−+])|(?<=\d) (?=[KMGTP])/g, '\u00a0');
}

function classOf(column: Column, text: string): string | undefined {
  if (numeric.has(column)) return 'number';
  if (column === 'change' && text !== '') return 'change';
  return column === 'top' ? 'shapes' : undefined;
}

function percent(share: number): string {
  return share >= 0.0995 ? (100 * share).toFixed(0) : (100 * share).toFixed(1);
}
