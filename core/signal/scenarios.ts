/** "What if" scenarios: the same net with other weights. */
import type { StateAnalysis, Weight } from '../infer/types';
import type { MomentsInput, ParamMoments } from '../net/signal';
import type { ForecastOptions } from './forecast';
import { ownMoments } from './pass';

export const scenarioNames = ['asIs', 'learned', 'xavier', 'msra', 'average'] as const;
/** `learned`: running statistics are those of the batch, not 0. `average` is xavier with the mean of both fans. */
export type ScenarioName = (typeof scenarioNames)[number];

/** Biases and other blobs are unchanged. `statistics`: those of the scenarios with other weights. */
export function optionsOf(
  scenario: ScenarioName,
  statistics: MomentsInput['statistics'] = 'start',
): Pick<ForecastOptions, 'param' | 'statistics'> {
  if (scenario === 'asIs') return {};
  if (scenario === 'learned') return { statistics: 'batch' };
  return { param: (weight) => replaced(weight, scenario), statistics };
}

/**
 * True where every filter starts at 0, and so do the weights of layers such as LSTM, as in a deploy net without fillers: nothing
 * passes them. False without filters.
 */
export function areWeightsZero({ layers }: StateAnalysis): boolean {
  const filters = layers.flatMap(({ rule, params: [weight] }) => (rule?.startsGradient && weight ? [weight] : []));
  const others = layers.flatMap(({ params }) => params.filter(({ fillerField }) => fillerField === 'weight_filler'));
  return filters.length > 0 && [...filters, ...others].every(({ mean, std }) => mean === 0 && std === 0);
}

function replaced(weight: Weight, scenario: Exclude<ScenarioName, 'asIs' | 'learned'>): ParamMoments {
  const { fillerField, fanIn, fanOut, shape } = weight;
  if (fillerField !== 'weight_filler') return ownMoments(weight);
  const n = scenario === 'average' ? (fanIn === null || fanOut === null ? null : (fanIn + fanOut) / 2) : fanIn;
  if (n === null || n <= 0) return { shape, mean: null, std: null, distribution: undefined };
  return { shape, mean: 0, std: Math.sqrt((scenario === 'msra' ? 2 : 1) / n), distribution: undefined };
}
