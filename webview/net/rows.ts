/** The rows of the net's table: filtered, sorted, and grouped and summed by the blocks of the graph. */
import { imageBatch } from '#core/cost/batch';
import { partOf, type Part } from '#core/cost/cost';
import { bytes, fieldSize, fieldStart, fieldStride, known, part, thousands } from '#core/cost/format';
import type { NetLayer } from '#core/cost/view';
import { appended } from '#core/lists';
import { most } from '#core/numbers';
import type { Dim } from '#core/net/shape';
import type { NetAnswer, NetBefore } from '#protocol/net';
import { labelOf } from './blocks';
import type { Changes } from './changes';
import { foldsInGraph } from './graph';
import { matches } from './search';

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
  /** `grouped`: with a row for each block that the graph can collapse, above its layers. */
  readonly grouped: 'grouped' | 'flat';
  /** The blocks that were opened, or closed if they are open at first; while rows are filtered, all blocks are open. */
  readonly toggled: ReadonlySet<string>;
  /** Only layers that match are listed and summed; empty for all. */
  readonly filter: string;
  readonly shapeOf: (layer: NetLayer) => string;
  readonly changes: Changes | undefined;
}

export interface Row {
  readonly kind: 'layer' | 'block' | 'removed' | 'sum';
  /** What distinguishes the row from others, also after a change of the net. */
  readonly key: string;
  /** Indices of its layers: one for a layer, those of a block, none for other rows. */
  readonly layers: readonly number[];
  readonly level: number;
  /** For display: without the prefix that the row above shows. */
  readonly name: string;
  /** Only blocks have it. */
  readonly expanded?: boolean;
  readonly cells: Readonly<Record<Column, string>>;
  /** By column: the row's share of the net's total, from 0 to 1. */
  readonly shares: Readonly<Partial<Record<Column, number>>>;
}

/** A layer or a block with its sort keys. */
interface Entry {
  readonly row: Row;
  readonly order: number;
  readonly values: Readonly<Partial<Record<Column, number>>>;
  readonly children: readonly Entry[];
}

export function rowsOf(net: NetAnswer, before: NetBefore | null, options: TableOptions): readonly Row[] {
  const leaves = listedLayers(net, options.filter).flatMap((i) => {
    const layer = net.layers[i];
    return layer ? [leaf(net, layer, i, options)] : [];
  });
  const folds = options.grouped === 'grouped' ? foldsInGraph(net) : [];
  const entries = options.grouped === 'grouped' ? grouped({ net, folds, options }, leaves, [], '') : leaves;
  const removed = (before && options.changes?.removed) ?? [];
  return [
    ...flattened(entries, options),
    ...removed
      .filter(({ name, type }) => matches({ name, type, tops: [] }, options.filter))
      .map(({ name, type }, i) => removedRow(name, type, options.changes?.removedWord ?? '', i)),
  ];
}

/** The sums of the listed layers: `layers` by index. */
export function sumRow(net: NetAnswer, layers: readonly number[], name: string, change: string): Row {
  const { cells, shares } = sums(net, layers);
  return {
    kind: 'sum',
    key: 'sum',
    layers: [],
    level: 0,
    name,
    cells: { ...cells, layer: name, change },
    shares: layers.length === net.layers.length ? {} : shares,
  };
}

export function listedLayers({ layers }: NetAnswer, filter: string): readonly number[] {
  return layers.flatMap((layer, i) => (matches(layer, filter) ? [i] : []));
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
    row: { kind: 'layer', key: `layer ${index}`, layers: [index], level: 0, name, cells, shares },
    order: index,
    values,
    children: [],
  };
}

function share(column: Column, value: Dim | undefined, whole: Part): Row['shares'] {
  return value && whole.kind === 'exact' && whole.value > 0 ? { [column]: value / whole.value } : {};
}

/** A block with more than this share of the layers is open at first: closed, it would leave nothing to look at. */
const nearlyAll = 0.8;

interface Grouping {
  readonly net: NetAnswer;
  /** By layer, outermost first. */
  readonly folds: readonly (readonly string[])[];
  readonly options: TableOptions;
}

/**
 * If several layers are in a block, they become the children of a row for it. A block with all layers of the block around it
 * has no row of its own. `within`: the blocks around; `shown`: the prefix that the row above shows.
 */
function grouped(
  grouping: Grouping,
  leaves: readonly Entry[],
  within: readonly string[],
  shown: string,
): readonly Entry[] {
  const foldOf = ({ order }: Entry): string | undefined => grouping.folds[order]?.[within.length];
  const groups = new Map<string, Entry[]>();
  for (const entry of leaves) {
    const key = foldOf(entry) ?? entry.row.key;
    groups.set(key, appended(groups.get(key), entry));
  }
  return [...groups].flatMap(([key, all]) => {
    const [first] = all;
    if (first && (all.length === 1 || foldOf(first) === undefined)) return all.map((entry) => inside(entry, shown));
    const inner = [...within, key];
    if (groups.size === 1) return grouped(grouping, all, inner, shown);
    const prefix = key.endsWith('…/') ? shown : key;
    const children = grouped(grouping, all, inner, prefix).map(deeper);
    return [blockEntry(grouping, key, shown, all, children)];
  });
}

function inside(entry: Entry, shown: string): Entry {
  const { name } = entry.row;
  return name.startsWith(shown) ? { ...entry, row: { ...entry.row, name: name.slice(shown.length) } } : entry;
}

function deeper({ row, children, ...rest }: Entry): Entry {
  return { ...rest, row: { ...row, level: row.level + 1 }, children: children.map(deeper) };
}

function blockEntry(
  { net, options }: Grouping,
  fold: string,
  shown: string,
  all: readonly Entry[],
  children: readonly Entry[],
): Entry {
  const members = all.flatMap(({ row }) => row.layers);
  const { cells, shares, values } = sums(net, members);
  const label = labelOf(fold);
  const openAtFirst = members.length > nearlyAll * net.layers.length;
  return {
    row: {
      kind: 'block',
      key: fold,
      layers: members,
      level: 0,
      name: label.startsWith(shown) ? label.slice(shown.length) : label,
      expanded: options.filter.trim() !== '' || options.toggled.has(fold) !== openAtFirst,
      cells: { ...withoutZeros(cells), layer: label, type: String(members.length) },
      shares,
    },
    order: all[0]?.order ?? 0,
    values: { ...values, change: Math.max(...all.map((entry) => entry.values.change ?? 0)) },
    children,
  };
}

function sums(
  { layers, total }: NetAnswer,
  indices: readonly number[],
): Pick<Row, 'cells' | 'shares'> & Pick<Entry, 'values'> {
  const members = indices.flatMap((i) => layers[i] ?? []);
  const params = partOf(members.map(({ ownParams }) => ownParams));
  const macs = partOf(members.map((layer) => layer.macs ?? null));
  const memory = partOf(members.map((layer) => layer.memory));
  return {
    cells: {
      ...emptyCells,
      params: part(params, thousands),
      macs: part(macs, thousands),
      memory: part(memory, bytes),
    },
    shares: {
      ...share('params', params.value, total.params),
      ...share('macs', macs.value, total.macs),
      ...share('memory', memory.value, total.memory),
    },
    values: { params: params.value, macs: macs.value, memory: memory.value },
  };
}

/** As in the row of a layer. */
function withoutZeros(cells: Row['cells']): Row['cells'] {
  const shown = (text: string): string => (text === '0' || text === '0 B' ? '' : text);
  return { ...cells, params: shown(cells.params), macs: shown(cells.macs), memory: shown(cells.memory) };
}

function removedRow(name: string, type: string, change: string, index: number): Row {
  return {
    kind: 'removed',
    key: `removed ${index}`,
    layers: [],
    level: 0,
    name,
    cells: { ...emptyCells, layer: name, type, change },
    shares: {},
  };
}

function flattened(entries: readonly Entry[], options: TableOptions): readonly Row[] {
  return sorted(entries, options.sorting).flatMap(({ row, children }) => [
    row,
    ...(row.expanded === false ? [] : flattened(children, options)),
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

/** How many characters of the names should stand on one line, with indentation and sign. */
export function nameWidth(rows: readonly Row[]): number {
  const wanted = rows.map(({ kind, level, name }) => name.length + 2 * level + (kind === 'block' ? 2 : 0));
  return Math.min(most([5, ...wanted]), widestName);
}

const widestName = 16;

/** The row that stands for a layer: its own, or that of the innermost block that is listed. */
export function rowWith(rows: readonly Row[], layer: number): Row | undefined {
  const all = rows.filter(({ layers }) => layers.includes(layer));
  return all.find(({ kind }) => kind === 'layer') ?? all.at(-1);
}

export function batchOf({ layers }: Pick<NetAnswer, 'layers'>): number | undefined {
  const sources = layers.filter(({ role }) => role === 'source');
  return imageBatch(sources.flatMap(({ tops }) => tops.map(({ shape }) => shape)));
}

export const numeric: ReadonlySet<Column> = new Set(['params', 'macs', 'memory', 'field', 'stride', 'start']);
