import type { StateAnalysis } from '#core/infer/types';
import { shown } from '#core/messages/shown';
import { formatShape } from '#core/net/shape';
import { reportNets } from './nets';
import type { Command } from './options';
import { table, type Column } from './table';
import { formatDistribution, formatKnown } from '#core/net/format-values';

/** Prints how each param of a net is initialized. */
export const init: Command = {
  name: 'init',
  formats: ['table', 'json'],
  run: (options, io) => reportNets(options, io, { content: 'weights', table: weightTable }),
};

const columns: readonly Column[] = [
  { title: 'layer', align: 'left' },
  { title: 'blob', align: 'left' },
  { title: 'filler', align: 'left' },
  { title: 'shape', align: 'left' },
  { title: 'fan_in', align: 'right' },
  { title: 'fan_out', align: 'right' },
  { title: 'n', align: 'right' },
  { title: 'distribution', align: 'left' },
  { title: 'std', align: 'right' },
];

/** A dash means not applicable: the blob has no filler, or the filler does not depend on n. */
function weightTable({ layers }: StateAnalysis): string {
  const rows = layers.flatMap(({ layer, params }) =>
    params.map((weight) => [
      shown(layer.name),
      shown(weight.role),
      shown(weight.filler ?? '-'),
      formatShape(weight.shape),
      formatKnown(weight.fanIn),
      formatKnown(weight.fanOut),
      weight.n === null ? '-' : formatKnown(weight.n),
      formatDistribution(weight.distribution),
      formatKnown(weight.std),
    ]),
  );
  return table(columns, rows);
}
