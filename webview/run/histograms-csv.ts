/** The counts of all histograms as a table. */
import { magnitudeEdge } from '#core/histogram';
import { inCsv } from '#core/messages/shown';
import type { NetRidges, Ridge, RidgesOf } from '#protocol/run';

/**
 * One row per bin of every histogram of activations, gradients and gradients of weights. Names are the same in every
 * language, since programs read them. `bins`: exact zeros, those of the values, or those of their magnitudes.
 */
export function histogramsCsv(nets: readonly NetRidges[]): string {
  const rows: (readonly (string | number)[])[] = [
    ['net', 'layer', 'type', 'of', 'blob', 'bins', 'from', 'to', 'count'],
  ];
  const add = (net: NetRidges, layer: number, of: RidgesOf, ridges: readonly (Ridge | null)[]): void => {
    const { name = '', type = '' } = net.layers[layer] ?? {};
    for (const ridge of ridges)
      if (ridge) for (const bin of binsOf(ridge)) rows.push([net.net, name, type, of, ridge.name, ...bin]);
  };
  for (const net of nets) {
    net.layers.forEach(({ tops }, i) => add(net, i, 'activations', tops));
    for (const { layer, bottoms, params } of net.back) {
      add(net, layer, 'gradients', bottoms);
      add(net, layer, 'weights', params);
    }
  }
  return rows.map((row) => `${row.map(inCsv).join(',')}\r\n`).join('');
}

function binsOf({ linear, magnitudes, zeros }: Ridge): readonly (readonly (string | number)[])[] {
  const width = (linear.to - linear.from) / Math.max(1, linear.counts.length);
  return [
    ['zeros', 0, 0, zeros],
    ...linear.counts.map((count, i) => ['values', linear.from + i * width, linear.from + (i + 1) * width, count]),
    ...magnitudes.counts.map((count, i) => {
      const bin = magnitudes.first + i;
      return ['magnitudes', magnitudeEdge(bin), magnitudeEdge(bin + 1), count];
    }),
  ];
}
