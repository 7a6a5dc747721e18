/** The table of layers and blobs. Figures are put into its cells as they arrive. */
import { thousands } from '#core/cost/format';
import { showMeasured } from '#core/numbers';
import { fillIn } from '#core/messages/fill-in';
import type { LoadedStatistics, ModelPairing } from '#protocol/model';
import { button, make } from '../page';
import { formatShape, percent } from '../values/format';
import { filtered, fitOf, isBroken, isWrong, roleOf, type Fit, type Row } from './rows';
import { words } from './words';

export interface TableEvents {
  readonly select: (blob: number) => void;
  /** Shows a line of the net. */
  readonly reveal: (line: number) => void;
}

export interface ModelTable {
  readonly element: HTMLElement;
  readonly show: (rows: readonly Row[], pairing: ModelPairing | null) => void;
  /** Statistics of blobs from `from` on. */
  readonly fill: (from: number, statistics: readonly LoadedStatistics[]) => void;
  readonly forget: () => void;
  readonly mark: (blob: number) => void;
}

/** How many rows are made at once. */
const pageLength = 500;

const figures = ['mean', 'std', 'min', 'max', 'zeros', 'nan'] as const;
const figureTitles = [words.meanOf, words.std, words.min, words.max, words.zeros, words.nan];

interface Shown {
  readonly element: HTMLTableRowElement;
  readonly cells: readonly HTMLTableCellElement[];
}

// oxlint-disable-next-line max-lines-per-function -- a view is one state that all its handlers share
export function modelTable(on: TableEvents): ModelTable {
  const filter = make('input', { type: 'text', placeholder: words.filter, 'aria-label': words.filter });
  const onlyWeights = make('input', { type: 'checkbox' });
  onlyWeights.checked = true;
  const head = make('tr');
  const body = make('tbody');
  const more = button('', { class: 'more' }, () => {
    limit += pageLength;
    update();
  });
  const nothing = make('p', { class: 'quiet' }, words.nothing);
  const tools = make('div', { class: 'row' }, filter, make('label', {}, onlyWeights, words.onlyWeights));
  const element = make(
    'section',
    { class: 'layers' },
    tools,
    make('table', { class: 'facts', 'aria-label': words.tableLabel }, make('thead', {}, head), body),
    nothing,
    more,
  );
  let rows: readonly Row[] = [];
  let pairing: ModelPairing | null = null;
  let known: LoadedStatistics[] = [];
  let limit = pageLength;
  let marked = -1;
  const made = new Map<number, Shown>();

  for (const input of [filter, onlyWeights])
    input.addEventListener('input', () => {
      limit = pageLength;
      update();
    });
  body.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    const buttons = [...body.querySelectorAll<HTMLElement>('.show')];
    const at = buttons.findIndex((each) => each.closest('tr') === (event.target as HTMLElement).closest('tr'));
    event.preventDefault();
    buttons[at + by]?.focus();
    buttons[at + by]?.click();
  });

  function update(): void {
    const wanted = filtered(rows, filter.value, onlyWeights.checked);
    tools.hidden = rows.length < 2;
    nothing.hidden = wanted.length > 0;
    more.hidden = wanted.length <= limit;
    more.textContent = fillIn(words.showMore, { count: thousands(Math.min(pageLength, wanted.length - limit)) });
    head.replaceChildren(...titlesOf(pairing).map(([title, hint]) => make('th', { scope: 'col', title: hint }, title)));
    made.clear();
    body.replaceChildren(...wanted.slice(0, limit).map(rowElement));
    mark();
  }

  function rowElement(row: Row): HTMLElement {
    const { blob } = row;
    const cells = blob ? figures.map(() => make('td')) : [];
    const fit = pairing && fitOf(row, pairing);
    const element = make(
      'tr',
      { class: row.isFirst ? 'first' : undefined },
      make('th', { scope: 'row' }, row.isFirst ? nameOf(row) : ''),
      make('td', {}, row.isFirst ? row.type : ''),
      make(
        'td',
        {},
        blob
          ? button(roleOf(row, pairing), { class: 'link show', title: words.showBlob }, () => on.select(blob.number))
          : '',
      ),
      shapeCell(row),
      make('td', { title: blob?.isDouble ? words.isDouble : undefined }, blob ? thousands(blob.count) : ''),
      ...(blob ? cells : figures.map(() => make('td'))),
      ...(pairing ? [fitCell(fit ?? undefined)] : []),
    );
    if (!blob) return element;
    element.addEventListener('click', ({ target }) => {
      if (!(target as Element).closest('button')) on.select(blob.number);
    });
    made.set(blob.number, { element, cells });
    fillCells(blob.number);
    return element;
  }

  function nameOf({ layer, name }: Row): HTMLElement | string {
    const face = name === '' ? words.noName : name;
    const line = pairing?.layers[layer]?.line;
    return line === undefined ? face : button(face, { class: 'link', title: words.goToNet }, () => on.reveal(line));
  }

  function fillCells(number: number): void {
    const found = known[number];
    const shown = made.get(number);
    if (!found || !shown) return;
    const texts = [
      ...[found.mean, found.std, found.min, found.max].map((value) => (found.count === 0 ? '–' : showMeasured(value))),
      percent(found.zeros),
      thousands(found.nan + found.infinite),
    ];
    shown.cells.forEach((cell, i) => (cell.textContent = texts[i] ?? ''));
    shown.cells.at(-1)?.classList.toggle('wrong', isBroken(found));
  }

  function mark(): void {
    for (const [number, { element: row }] of made) {
      row.classList.toggle('current', number === marked);
      if (number === marked) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
  }

  return {
    element,
    show: (next, paired) => {
      if (next !== rows) limit = pageLength;
      [rows, pairing] = [next, paired];
      update();
    },
    fill: (from, statistics) => {
      statistics.forEach((found, i) => {
        known[from + i] = found;
        fillCells(from + i);
      });
    },
    forget: () => (known = []),
    mark: (blob) => {
      marked = blob;
      mark();
    },
  };
}

function titlesOf(pairing: ModelPairing | null): readonly (readonly [string, string?])[] {
  return [
    [words.layer],
    [words.type],
    [words.blob],
    [words.shape],
    [words.values],
    ...figureTitles.map((title, i): readonly [string, string?] =>
      figures[i] === 'nan' ? [title, words.nanLong] : [title],
    ),
    ...(pairing ? [[words.fit] as const] : []),
  ];
}

function shapeCell({ blob }: Row): HTMLElement {
  if (!blob) return make('td');
  const shape = formatShape(blob.shape.slice(0, 33));
  if (blob.fits) return make('td', {}, shape);
  return make('td', { class: 'wrong', title: fillIn(words.valuesLong, { count: thousands(blob.count) }) }, shape);
}

function fitCell(fit: Fit | undefined): HTMLElement {
  if (!fit) return make('td');
  const [text, hint] = fitWords(fit);
  return make('td', { class: isWrong(fit) ? 'fit wrong' : 'fit', title: hint }, text);
}

function fitWords(fit: Fit): readonly [string, string] {
  switch (fit.kind) {
    case 'shape': {
      const expected = formatShape(fit.expected);
      return [fillIn(words.shapeDiffers, { expected }), fillIn(words.shapeDiffersLong, { expected })];
    }
    case 'blobs':
      return [fillIn(words.blobsDiffer, { expected: fit.expected }), words.blobsDifferLong];
    case 'fits':
      return [words.fits, words.fitsLong];
    case 'unknown':
      return [words.unknownFit, words.unknownFitLong];
    case 'ignored':
      return [words.ignoredFit, words.ignoredFitLong];
    case 'values':
      return [words.valuesWrong, words.valuesWrongLong];
    case 'axes':
      return [words.axesWrong, words.axesWrongLong];
  }
}
