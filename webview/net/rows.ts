/** The data of the net's table: rows sorted and summed by prefix, and their text for copying. */
import { imageBatch } from '#core/cost/batch';
import { partOf, type Part } from '#core/cost/cost';
import { bytes, fieldSize, fieldStart, fieldStride, known, large, part, thousands } from '#core/cost/format';
import { prefixesOf } from '#core/cost/prefixes';
import type { NetLayer } from '#core/cost/view';
import { appended } from '#core/lists';
import type { Dim } from '#core/net/shape';
import type { NetAnswer, NetBefore } from '#protocol/net';
import { inCsv, inMarkdown } from '#core/messages/shown';
import type { Changes } from './changes';

export const columns = [
  'layer',
  'change',
  'type',
  'params',
  'macs',
  'memory',
  'top',
  'targets',
  'field',
  'stride',
  'start',
] as const;
export type Column = (typeof columns)[number];

export interface Sorting {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

export interface TableOptions {
  /** Undefined: in text order. */
  readonly sorting: Sorting | undefined;
  readonly grouped: 'grouped' | 'flat';
  readonly collapsed: ReadonlySet<string>;
  readonly shapeOf: (layer: NetLayer) => string;
  readonly changes: Changes | undefined;
}

export interface Row {
  readonly kind: 'layer' | 'prefix' | 'removed' | 'sum';
  /** Index of the layer; −1 for other rows. */
  readonly index: number;
  readonly prefix: string;
  readonly level: number;
  readonly name: string;
  readonly cells: Readonly<Record<Column, string>>;
  /** By column: the row's share of the net's total, from 0 to 1. */
  readonly shares: Readonly<Partial<Record<Column, number>>>;
}

/** A layer or a prefix with its sort keys. */
interface Entry {
  readonly row: Row;
  readonly order: number;
  readonly values: Readonly<Partial<Record<Column, number>>>;
  readonly children: readonly Entry[];
}

export function rowsOf(net: NetAnswer, before: NetBefore | null, options: TableOptions): readonly Row[] {
  const leaves = net.layers.map((layer, i) => leaf(net, layer, i, options));
  const entries = options.grouped === 'grouped' ? grouped(net, leaves, '', 0) : leaves;
  const removed =
    before && options.changes
      ? options.changes.removed.map(({ name, type }) => removedRow(name, type, options.changes?.removedWord ?? ''))
      : [];
  return [...flattened(entries, options), ...removed];
}

export function sumRow({ total: { params, macs, memory } }: NetAnswer, name: string, change: string): Row {
  const cells = {
    ...emptyCells,
    layer: name,
    params: part(params, thousands),
    macs: part(macs, thousands),
    memory: part(memory, bytes),
    change,
  };
  return { kind: 'sum', index: -1, prefix: '', level: 0, name, cells, shares: {} };
}

const emptyCells: Readonly<Record<Column, string>> = {
  layer: '',
  change: '',
  type: '',
  targets: '',
  top: '',
  params: '',
  macs: '',
  memory: '',
  field: '',
  stride: '',
  start: '',
};

function leaf(
  { total, targets }: NetAnswer,
  layer: NetLayer,
  index: number,
  { shapeOf, changes }: TableOptions,
): Entry {
  const { name, type, params, ownParams, macs, memory, field } = layer;
  const some = (value: Dim | undefined, show: (value: number) => string): string =>
    value === 0 ? '' : known(value, show);
  const stride = fieldStride(field);
  const cells: Row['cells'] = {
    layer: name,
    type,
    targets: targets[index] ?? '',
    top: shapeOf(layer),
    params: some(params, thousands),
    macs: some(macs, thousands),
    memory: some(memory, bytes),
    field: fieldSize(field),
    stride,
    start: field?.length === 0 ? '' : fieldStart(field),
    change: changes?.of[index] ?? '',
  };
  const shares = {
    ...share('params', ownParams, total.params),
    ...share('macs', macs, total.macs),
    ...share('memory', memory, total.memory),
  };
  const values = {
    params: params ?? -1,
    macs: macs ?? -1,
    memory: memory ?? -1,
    field: field?.[0]?.size ?? -1,
    stride: field?.[0]?.jump ?? -1,
    start: field?.[0]?.start ?? -Infinity,
    change: cells.change === '' ? 0 : 1,
  };
  return {
    row: { kind: 'layer', index, prefix: '', level: 0, name, cells, shares },
    order: index,
    values,
    children: [],
  };
}

function share(column: Column, value: Dim | undefined, whole: Part): Row['shares'] {
  return value && whole.kind === 'exact' && whole.value > 0 ? { [column]: value / whole.value } : {};
}

/** If several layers share a prefix of this level, they become the children of a row for it. */
function grouped(net: NetAnswer, leaves: readonly Entry[], within: string, level: number): readonly Entry[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of leaves) {
    const prefix = prefixesOf(entry.row.name).find((each) => each.length > within.length && each.startsWith(within));
    const key = prefix ?? `layer ${entry.row.index}`;
    groups.set(key, appended(groups.get(key), entry));
  }
  return [...groups].flatMap(([key, all]) => {
    const [first] = all;
    if (all.length === 1 && first) return [{ ...first, row: { ...first.row, level } }];
    return [prefixEntry(net, key, all, grouped(net, all, key, level + 1), level)];
  });
}

function prefixEntry(
  { layers, total }: NetAnswer,
  prefix: string,
  all: readonly Entry[],
  children: readonly Entry[],
  level: number,
): Entry {
  const members = all.flatMap(({ row }) => layers[row.index] ?? []);
  const params = partOf(members.map(({ ownParams }) => ownParams));
  const macs = partOf(members.map((layer) => layer.macs ?? null));
  const memory = partOf(members.map((layer) => layer.memory));
  const cells = {
    ...emptyCells,
    layer: prefix,
    type: String(members.length),
    params: part(params, thousands),
    macs: part(macs, thousands),
    memory: part(memory, bytes),
  };
  const shares = {
    ...share('params', params.value, total.params),
    ...share('macs', macs.value, total.macs),
    ...share('memory', memory.value, total.memory),
  };
  const values = {
    params: params.value,
    macs: macs.value,
    memory: memory.value,
    change: Math.max(...all.map((entry) => entry.values.change ?? 0)),
  };
  return {
    row: { kind: 'prefix', index: -1, prefix, level, name: prefix, cells, shares },
    order: all[0]?.order ?? 0,
    values,
    children,
  };
}

function removedRow(name: string, type: string, change: string): Row {
  return {
    kind: 'removed',
    index: -1,
    prefix: '',
    level: 0,
    name,
    cells: { ...emptyCells, layer: name, type, change },
    shares: {},
  };
}

function flattened(entries: readonly Entry[], options: TableOptions): readonly Row[] {
  return sorted(entries, options.sorting).flatMap(({ row, children }) => [
    row,
    ...(options.collapsed.has(row.prefix) ? [] : flattened(children, options)),
  ]);
}

function sorted(entries: readonly Entry[], sorting: Sorting | undefined): readonly Entry[] {
  if (!sorting) return entries;
  const { column, direction } = sorting;
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = (a: Entry, b: Entry): number => {
    const [x, y] = [a.values[column], b.values[column]];
    if (x !== undefined || y !== undefined) return sign * ((x ?? -1) - (y ?? -1));
    return sign * a.row.cells[column].localeCompare(b.row.cells[column], undefined, { numeric: true });
  };
  return [...entries].sort((a, b) => compare(a, b) || a.order - b.order);
}

/** `titles` by column; only these columns are included. */
export function markdownOf(rows: readonly Row[], titles: readonly (readonly [Column, string])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const rule = titles.map(([column]) => (numeric.has(column) ? '---:' : '---'));
  const texts = [titles.map(([, title]) => title), ...rows.map((row) => titles.map(([column]) => row.cells[column]))];
  const [head = [], ...body] = texts.map((cells) => cells.map((cell) => inMarkdown(cell).markdown));
  return [head, rule, ...body].map(line).join('');
}

/** Numbers without thousands separators, and memory in bytes, so that a spreadsheet can sum them. */
export function csvOf(net: NetAnswer, rows: readonly Row[], titles: readonly (readonly [Column, string])[]): string {
  const plain = (row: Row, column: Column): string => {
    if (!numeric.has(column)) return row.cells[column];
    const value = row.index < 0 ? undefined : net.layers[row.index]?.[column as 'params' | 'macs' | 'memory'];
    if (column === 'params' || column === 'macs' || column === 'memory')
      return typeof value === 'number' ? String(value) : '';
    return row.cells[column].replace('−', '-');
  };
  const layers = rows.filter(({ kind }) => kind === 'layer');
  return [titles.map(([, title]) => title), ...layers.map((row) => titles.map(([column]) => plain(row, column)))]
    .map((cells) => `${cells.map(inCsv).join(',')}\n`)
    .join('');
}

/** Numbers of six digits and more with SI prefixes, to fit into a column: `≥ 37,752,832` → `≥ 37.8 M`. */
export function brief(text: string): string {
  return text.replace(/\d{1,3}(?:,\d{3}){2,}|\d{3},\d{3}/, (number) => large(Number(number.replaceAll(',', ''))));
}

export function batchOf({ layers }: Pick<NetAnswer, 'layers'>): number | undefined {
  const sources = layers.filter(({ role }) => role === 'source');
  return imageBatch(sources.flatMap(({ tops }) => tops.map(({ shape }) => shape)));
}

export const numeric: ReadonlySet<Column> = new Set(['params', 'macs', 'memory', 'field', 'stride', 'start']);
