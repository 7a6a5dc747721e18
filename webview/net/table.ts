/** The table tab: sorted by a click on a title, summed by prefix, copied as text. */
import { formatShape } from '#core/net/shape';
import { fillIn } from '#core/messages/fill-in';
import type { NetAnswer, NetBefore } from '#protocol/net';
import { button, make } from '../page';
import { changesSince } from './changes';
import {
  batchOf,
  brief,
  columns,
  csvOf,
  markdownOf,
  numeric,
  rowsOf,
  sumRow,
  type Column,
  type Row,
  type Sorting,
  type TableOptions,
} from './rows';
import { words } from './words';

export interface TableEvents {
  readonly press: (layer: number) => void;
  readonly copy: (text: string) => void;
  readonly collapse: (prefix: string) => void;
  readonly group: (grouped: boolean) => void;
}

export interface TableView {
  readonly element: HTMLElement;
  readonly show: (
    net: NetAnswer,
    before: NetBefore | null,
    options: { readonly collapsed: ReadonlySet<string>; readonly grouped: boolean },
  ) => void;
  readonly mark: (layer: number) => void;
}

const titles: Readonly<Record<Column, readonly [title: string, hint?: string]>> = {
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

// oxlint-disable-next-line max-lines-per-function -- a view is one state that all its handlers share
export function tableView(on: TableEvents): TableView {
  const group = make('input', { type: 'checkbox' });
  const groupLabel = make('label', {}, group, words.group);
  const status = make('span', { class: 'quiet', role: 'status' });
  const tools = make(
    'div',
    { class: 'row tools' },
    button(words.copyMarkdown, {}, () => copy('markdown')),
    button(words.copyCsv, {}, () => copy('csv')),
    groupLabel,
    status,
  );
  const unchanged = make('p', { class: 'quiet' }, words.unchanged);
  const head = make('thead');
  const body = make('tbody');
  const foot = make('tfoot');
  const element = make(
    'section',
    { class: 'list' },
    tools,
    unchanged,
    make('div', { class: 'scroll' }, make('table', { class: 'layers' }, head, body, foot)),
  );

  let sorting: Sorting | undefined;
  let shown:
    | {
        readonly net: NetAnswer;
        readonly before: NetBefore | null;
        readonly collapsed: ReadonlySet<string>;
        readonly grouped: boolean;
      }
    | undefined;
  let rows: readonly Row[] = [];
  let visible: readonly Column[] = columns;
  let marked = -1;

  function copy(format: 'markdown' | 'csv'): void {
    if (!shown) return;
    const named = visible.map((column) => [column, titles[column][0]] as const);
    on.copy(format === 'csv' ? csvOf(shown.net, rows, named) : markdownOf([...rows, foots(shown.net)], named));
    status.textContent = words.copied;
    setTimeout(() => (status.textContent = ''), 2000);
  }

  function foots(net: NetAnswer): Row {
    return sumRow(net, words.sum, shown?.before ? changesSince(net, shown.before, words).total : '');
  }

  function render(): void {
    if (!shown) return;
    const { net, before, collapsed, grouped } = shown;
    const changes = before ? changesSince(net, before, words) : undefined;
    const differs = changes !== undefined && (changes.removed.length > 0 || changes.of.some((change) => change !== ''));
    unchanged.hidden = !changes || differs;
    const isJudged = net.targets.some((text) => text !== '');
    visible = columns.filter((column) => (column !== 'change' || differs) && (column !== 'targets' || isJudged));
    const options: TableOptions = {
      sorting,
      collapsed,
      changes,
      grouped: grouped ? 'grouped' : 'flat',
      shapeOf: ({ tops }) => tops.map(({ shape }) => formatShape(shape)).join(', '),
    };
    rows = rowsOf(net, before, options);
    head.replaceChildren(...batchRow(net), make('tr', {}, ...visible.map(title)));
    body.replaceChildren(...rows.map(rowElement));
    foot.replaceChildren(rowElement(foots(net)));
    mark(marked);
  }

  /** Above the columns that depend on the size of the batch. */
  function batchRow(net: NetAnswer): readonly HTMLElement[] {
    const batch = batchOf(net);
    if (batch === undefined) return [];
    const first = visible.indexOf('macs');
    return [
      make(
        'tr',
        { class: 'over' },
        make('td', { colspan: first }),
        make('th', { scope: 'colgroup', colspan: 2 }, fillIn(words.perBatch, { batch })),
        make('td', { colspan: visible.length - first - 2 }),
      ),
    ];
  }

  function title(column: Column): HTMLElement {
    const [text, hint] = titles[column];
    const sorted = sorting?.column === column ? sorting.direction : undefined;
    const face = sorted === undefined ? text : `${text} ${sorted === 'ascending' ? '▴' : '▾'}`;
    const press = button(
      face,
      { class: 'link', title: hint, 'aria-label': fillIn(words.sortBy, { column: text }) },
      () => {
        sorting = nextSorting(sorting, column);
        render();
      },
    );
    return make(
      'th',
      { scope: 'col', class: numeric.has(column) ? 'number' : undefined, 'aria-sort': sorted ?? 'none' },
      press,
    );
  }

  function rowElement(row: Row): HTMLTableRowElement {
    const cells = visible.map((column) => cellOf(row, column));
    return make('tr', { class: row.kind, 'data-layer': row.index < 0 ? undefined : row.index }, ...cells);
  }

  function cellOf(row: Row, column: Column): HTMLElement {
    const text = row.cells[column];
    if (column === 'layer') return nameCell(row);
    if (column === 'type' && row.kind === 'prefix')
      return make('td', { class: 'quiet' }, fillIn(words.groupLayers, { count: text }));
    const share = row.shares[column];
    const short = numeric.has(column) ? brief(text) : text;
    const full = share === undefined ? text : `${text} · ${fillIn(words.percent, { value: percent(share) })}`;
    const cell = make(
      'td',
      {
        class: numeric.has(column)
          ? 'number'
          : column === 'change' && text !== ''
            ? 'change'
            : column === 'top'
              ? 'shapes'
              : undefined,
        title: short === text && share === undefined && column !== 'top' ? undefined : full,
      },
      short,
    );
    if (share === undefined) return cell;
    cell.classList.add('share');
    cell.style.setProperty('--share', `${100 * share}%`);
    cell.append(make('span', { class: 'quiet' }, fillIn(words.percent, { value: percent(share) })));
    return cell;
  }

  function nameCell({ kind, name, index, prefix, level }: Row): HTMLElement {
    const cell = make('th', { scope: 'row' });
    cell.style.setProperty('--level', String(level));
    if (kind === 'prefix') {
      const closed = shown?.collapsed.has(prefix) === true;
      cell.append(
        button(`${closed ? '▸' : '▾'} ${name}`, { class: 'link', 'aria-expanded': String(!closed) }, () =>
          on.collapse(prefix),
        ),
      );
    } else if (kind === 'layer')
      cell.append(button(name, { class: 'link', title: words.goToText }, () => on.press(index)));
    else cell.append(name);
    return cell;
  }

  function mark(layer: number): void {
    marked = layer;
    body.querySelector('tr.current')?.classList.remove('current');
    const row = body.querySelector<HTMLElement>(`tr[data-layer="${layer}"]`);
    row?.classList.add('current');
    if (!element.hidden) row?.scrollIntoView({ block: 'nearest' });
  }

  group.addEventListener('change', () => on.group(group.checked));
  return {
    element,
    mark,
    show: (net, before, { collapsed, grouped }) => {
      shown = { net, before, collapsed, grouped };
      group.checked = grouped;
      groupLabel.hidden = !net.layers.some(({ name }) => name.indexOf('/') > 0);
      render();
    },
  };
}

/** Numbers are sorted in descending order first; the third click restores the text order. */
function nextSorting(now: Sorting | undefined, column: Column): Sorting | undefined {
  const first = numeric.has(column) || column === 'change' ? 'descending' : 'ascending';
  if (now?.column !== column) return { column, direction: first };
  return now.direction === first
    ? { column, direction: first === 'ascending' ? 'descending' : 'ascending' }
    : undefined;
}

function percent(share: number): string {
  return share >= 0.0995 ? (100 * share).toFixed(0) : (100 * share).toFixed(1);
}
