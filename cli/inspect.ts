import type { StateAnalysis } from '#core/infer/types';
import { formatShape } from '#core/net/shape';
import { formatNumber } from '#core/numbers';
import { reportNets } from './nets';
import type { Command } from './options';
import { table, type Column } from './table';

/** Every layer with the shapes of its tops and params. */
export const inspect: Command = {
  name: 'inspect',
  summary: 'Every layer of a net, with the shapes of its tops and params',
  formats: ['table', 'json'],
  own: ['weights', 'seed'],
  run: (options, io) => reportNets(options, io, { content: 'layers', table: layerTable }),
};

const columns: readonly Column[] = [
  { title: 'layer', align: 'left' },
  { title: 'type', align: 'left' },
  { title: 'tops', align: 'left' },
  { title: 'params', align: 'left' },
  { title: 'values', align: 'right' },
];

/** `values` is how many numbers the layer's params hold; the last row sums them. */
function layerTable({ layers }: StateAnalysis): string {
  let total = 0;
  const rows = layers.map(({ layer, tops, params }) => {
    const values = params.reduce((sum, { count }) => sum + (count ?? NaN), 0);
    total += values;
    const topCells = layer.tops.map((top, i) => `${top.name} ${formatShape(tops[i] ?? null)}`);
    const paramCells = params.map(({ shape }) => formatShape(shape));
    return [layer.name, layer.type, topCells.join(', '), paramCells.join(', '), params.length === 0 ? '' : formatCount(values)];
  });
  return table(columns, [...rows, ['', '', '', '', formatCount(total)]]);
}

function formatCount(count: number): string {
  return Number.isNaN(count) ? '?' : formatNumber(count);
}
