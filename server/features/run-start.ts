/** What is known of a net before it runs, for those who read its figures. */
import { paramOf } from '#core/infer/param-of';
import type { StateAnalysis, Weight } from '#core/infer/types';
import { formatNumber } from '#core/numbers';
import { areWeightsZero } from '#core/signal/scenarios';
import type { NetStart } from '../runs';

export function startOf(analysis: StateAnalysis): NetStart {
  const { layers, state } = analysis;
  const filters = layers.flatMap(({ rule, params: [weight] }) => (rule?.startsGradient && weight ? [weight] : []));
  return {
    areWeightsZero: areWeightsZero(analysis),
    areStatisticsZero: layers.some(
      ({ rule, layer }) => rule?.dividesByStatistics?.({ layer, param: paramOf(layer, rule), state }) === true,
    ),
    fillers: [...new Set(filters.map(fillerInWords))].filter((filler) => filler !== ''),
  };
}

/** With its distribution, unless that depends on the layer. */
function fillerInWords({ filler, n, distribution }: Weight): string {
  if (filler === null) return '';
  const shown = n === null && distribution ? distributionInWords(distribution) : '';
  return shown === '' ? filler : `${filler} ${shown}`.replaceAll('-', '−');
}

function distributionInWords(distribution: NonNullable<Weight['distribution']>): string {
  switch (distribution.kind) {
    case 'constant':
      return formatNumber(distribution.value);
    case 'normal':
      return `N(${formatNumber(distribution.mean)}, ${formatNumber(distribution.std)}²)`;
    case 'uniform':
      return `(${formatNumber(distribution.min)} … ${formatNumber(distribution.max)})`;
    default:
      return '';
  }
}
