/** The table tab: filtered by a text, sorted by a click on a title, grouped by the blocks of the graph, copied as text. */
import { formatShape } from '#core/net/shape';
import { fillIn } from '#core/messages/fill-in';
import type { NetAnswer, NetBefore } from '#protocol/net';
import { button, make } from '../page';
import { rowElement, titleCell, titles } from './cells';
import { changesSince } from './changes';
import { outerPrefixes } from './graph';
import { rowAction } from './row-keys';
import { csvOf, markdownOf } from './row-texts';
import {
  batchOf,
  columns,
  listedLayers,
  nameWidth,
  rowsOf,
  rowWith,
  sumRow,
  type Column,
  type Row,
  type Sorting,
} from './rows';
import { words } from './words';

export interface TableEvents {
  readonly press: (layer: number) => void;
  readonly copy: (text: string) => void;
  /** Opens or closes a block. */
  readonly toggle: (block: string) => void;
  readonly group: (grouped: boolean) => void;
}

export interface TableView {
  readonly element: HTMLElement;
  readonly show: (
    net: NetAnswer,
    before: NetBefore | null,
    options: { readonly toggled: ReadonlySet<string>; readonly grouped: boolean },
  ) => void;
  readonly mark: (layer: number) => void;
  readonly find: () => void;
}

interface Shown {
  readonly net: NetAnswer;
  readonly before: NetBefore | null;
  readonly toggled: ReadonlySet<string>;
  readonly grouped: boolean;
}

// oxlint-disable-next-line max-lines-per-function -- a view is one state that all its handlers share
export function tableView(on: TableEvents): TableView {
  const filter = make('input', {
    type: 'search',
    placeholder: words.filter,
    title: words.filterLong,
    'aria-label': words.filter,
  });
  const group = make('input', { type: 'checkbox' });
  const groupLabel = make('label', { title: words.groupLong }, group, words.group);
  const status = make('span', { class: 'quiet', role: 'status' });
  const copier = (face: string, label: string, format: 'markdown' | 'csv'): HTMLButtonElement =>
    button(face, { title: label, 'aria-label': label }, () => copy(format));
  const tools = make(
    'div',
    { class: 'row tools' },
    filter,
    status,
    groupLabel,
    make(
      'span',
      { class: 'row push' },
      make('span', { class: 'quiet' }, words.copyAs),
      copier('Markdown', words.copyMarkdown, 'markdown'),
      copier('CSV', words.copyCsv, 'csv'),
    ),
  );
  const unchanged = make('p', { class: 'quiet' }, words.unchanged);
  const hint = make('p', { class: 'spoken', id: 'table-hint' }, words.tableHint);
  const head = make('thead');
  const body = make('tbody');
  const foot = make('tfoot');
  const table = make('table', { class: 'layers', 'aria-describedby': 'table-hint' }, head, body, foot);
  const scroll = make('div', { class: 'scroll' }, table);
  const element = make('section', { class: 'list' }, tools, unchanged, hint, scroll);

  let sorting: Sorting | undefined;
  let shown: Shown | undefined;
  let rows: readonly Row[] = [];
  let visible: readonly Column[] = columns;
  let marked = -1;
  /** The key of the row that is in the tab order. */
  let active = '';

  function copy(format: 'markdown' | 'csv'): void {
    if (!shown) return;
    const named = visible.map((column) => [column, titles[column][0]] as const);
    on.copy(format === 'csv' ? csvOf(shown.net, rows, named) : markdownOf([...rows, total(shown)], named));
    say(words.copied);
    setTimeout(() => say(), 2000);
  }

  /** Without a text: how many layers are listed, if not all. */
  function say(text?: string): void {
    const layers = shown?.net.layers.length ?? 0;
    const listed = shown ? listedLayers(shown.net, filter.value).length : 0;
    status.textContent = text ?? (listed === layers ? '' : fillIn(words.listed, { count: listed, layers }));
  }

  function total({ net, before }: Shown): Row {
    const listed = listedLayers(net, filter.value);
    if (listed.length < net.layers.length)
      return sumRow(net, listed, fillIn(words.sumOf, { count: listed.length }), '');
    return sumRow(net, listed, words.sum, before ? changesSince(net, before, words).total : '');
  }

  function render(): void {
    if (!shown) return;
    const { net, before, toggled, grouped } = shown;
    const changes = before ? changesSince(net, before, words) : undefined;
    const differs = changes !== undefined && (changes.removed.length > 0 || changes.of.some((change) => change !== ''));
    unchanged.hidden = !changes || differs;
    const isJudged = net.targets.some((text) => text !== '');
    visible = columns.filter((column) => (column !== 'change' || differs) && (column !== 'targets' || isJudged));
    rows = rowsOf(net, before, {
      sorting,
      toggled,
      filter: filter.value,
      changes,
      grouped: grouped && !groupLabel.hidden ? 'grouped' : 'flat',
      shapeOf: ({ tops }) => tops.map(({ shape }) => formatShape(shape)).join(', '),
    });
    const focused = body.contains(document.activeElement);
    table.setAttribute('aria-label', fillIn(words.tableLabel, { name: net.name, layers: net.layers.length }));
    // Of a plain table, screen readers would not say which rows are inside of which.
    if (rows.some(({ kind }) => kind === 'block')) table.setAttribute('role', 'treegrid');
    else table.removeAttribute('role');
    head.replaceChildren(
      ...batchRow(net),
      make('tr', {}, ...visible.map((column) => titleCell(column, sorting, sort))),
    );
    body.replaceChildren(...rows.map((row) => rowElement(row, visible, () => press(row))));
    foot.replaceChildren(rowElement(total(shown), visible, () => undefined));
    table.style.setProperty('--names', `${nameWidth(rows)}ch`);
    say();
    activate(rows.some(({ key }) => key === active) ? active : (rows[0]?.key ?? ''), focused);
    mark(marked);
  }

  function sort(next: Sorting | undefined): void {
    sorting = next;
    render();
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

  function press({ kind, key, layers: [layer] }: Row): void {
    active = key;
    if (kind === 'block') on.toggle(key);
    else if (layer !== undefined) on.press(layer);
  }

  function elementOf(key: string): HTMLElement | null {
    return body.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(key)}"]`);
  }

  function activate(key: string, focused: boolean): void {
    body.querySelector('button[tabindex="0"]')?.setAttribute('tabindex', '-1');
    active = key;
    const face = elementOf(key)?.querySelector('button');
    face?.setAttribute('tabindex', '0');
    if (focused) face?.focus({ preventScroll: true });
    if (focused) reveal(elementOf(key));
  }

  /** The titles and the sums cover a part of what scrolls. */
  function reveal(row: HTMLElement | null): void {
    scroll.style.scrollPadding = `${head.offsetHeight}px 0 ${foot.offsetHeight}px 0`;
    row?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function mark(layer: number): void {
    marked = layer;
    for (const row of body.querySelectorAll('tr.current')) row.classList.remove('current');
    const key = rowWith(rows, layer)?.key;
    const row = key === undefined ? null : elementOf(key);
    row?.classList.add('current');
    if (!element.hidden) reveal(row);
  }

  group.addEventListener('change', () => on.group(group.checked));
  filter.addEventListener('input', render);
  filter.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') elementOf(active)?.querySelector('button')?.focus();
    if (event.key !== 'Escape' || filter.value === '') return;
    filter.value = '';
    render();
  });
  body.addEventListener('focusin', ({ target }) => {
    const key = target instanceof Element ? target.closest('tr')?.dataset['key'] : undefined;
    if (key !== undefined && key !== active) activate(key, false);
  });
  body.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = rows.findIndex(({ key }) => key === active);
    const row = rows[at];
    const action = rowAction(rows, at, event.key);
    if (!action || !row) return;
    event.preventDefault();
    if (action.kind === 'toggle') press(row);
    else activate(rows[action.row]?.key ?? active, true);
  });
  return {
    element,
    mark,
    find: () => filter.focus(),
    show: (net, before, { toggled, grouped }) => {
      shown = { net, before, toggled, grouped };
      group.checked = grouped;
      groupLabel.hidden = outerPrefixes(net.layers).length === 0;
      render();
    },
  };
}
