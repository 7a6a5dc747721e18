import { costOf, type LayerCost, type Sum } from '#core/cost/cost';
import { bytes, fieldSize, fieldStride, known, part, thousands } from '#core/cost/format';
import { prefixSums } from '#core/cost/prefixes';
import type { StateAnalysis } from '#core/infer/types';
import { say } from '#core/messages/language';
import { shown } from '#core/messages/shown';
import { formatShape } from '#core/net/shape';
import type { Io } from './io';
import { reportNets } from './nets';
import type { Command } from './options';
import { table, type Column } from './table';

/** Prints every layer with the shapes of its tops and params, and its cost. */
export const inspect: Command = {
  name: 'inspect',
  formats: ['table', 'json'],
  own: ['weights', 'seed'],
  run: (options, io) => reportNets(options, io, { content: 'layers', table: (state) => layerTable(state, io) }),
};

const columns: readonly Column[] = [
  { title: 'layer', align: 'left' },
  { title: 'type', align: 'left' },
  { title: 'tops', align: 'left' },
  { title: 'params', align: 'left' },
  { title: 'values', align: 'right' },
  { title: 'MACs', align: 'right' },
  { title: 'memory', align: 'right' },
  { title: 'field', align: 'right' },
  { title: 'stride', align: 'right' },
];

const prefixColumns: readonly Column[] = [
  { title: 'prefix', align: 'left' },
  { title: 'layers', align: 'right' },
  { title: 'values', align: 'right' },
  { title: 'MACs', align: 'right' },
  { title: 'memory', align: 'right' },
];

/**
 * `values` is the number of values in the layer's params, `field` the receptive field of a value of the first top. The last row
 * has the totals; totals for layers with a common `prefix/` follow.
 */
function layerTable(state: StateAnalysis, { language }: Io): string {
  const { layers, total, required } = costOf(state);
  const rows = layers.map(layerRow);
  const prefixes = prefixSums(layers).map(({ prefix, layers: n, sum }) => [shown(prefix), String(n), ...sumCells(sum)]);
  const sums = prefixes.length === 0 ? '' : `\n${table(prefixColumns, prefixes)}`;
  const memory =
    required === null ? '' : `\n${say(language.cli, 'inspect/required', { bytes: thousands(required) })}\n`;
  return `${table(columns, [...rows, ['', '', '', '', ...sumCells(total)]])}${sums}${memory}`;
}

function layerRow({
  inferred: { layer, tops, params },
  params: values,
  macs,
  memory,
  fields: [field = []],
}: LayerCost): readonly string[] {
  const topCells = layer.tops.map((top, i) => `${shown(top.name)} ${formatShape(tops[i] ?? null)}`);
  const paramCells = params.map(({ shape }) => formatShape(shape));
  const none = params.length === 0 && values === 0;
  return [
    shown(layer.name),
    shown(layer.type),
    topCells.join(', '),
    paramCells.join(', '),
    none ? '' : known(values, thousands),
    macs === 0 ? '' : known(macs, thousands),
    memory === 0 ? '' : known(memory, bytes),
    fieldSize(field),
    fieldStride(field),
  ];
}

function sumCells({ params, macs, memory }: Sum): readonly string[] {
  return [part(params, thousands), part(macs, thousands), part(memory, bytes)];
}
