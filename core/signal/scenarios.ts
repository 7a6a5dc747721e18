/** "What if" scenarios: the same net with other weights. */
import type { Weight } from '../infer/types';
import type { ParamMoments } from '../net/signal';
import type { ForecastOptions } from './forecast';
import { ownMoments } from './pass';

export const scenarioNames = ['asIs', 'learned', 'xavier', 'msra', 'average'] as const;
/** `learned`: running statistics are those of the batch, not 0. `average` is xavier with the mean of both fans. */
export type ScenarioName = (typeof scenarioNames)[number];

/** Biases and other blobs are unchanged. */
export function optionsOf(scenario: ScenarioName): Pick<ForecastOptions, 'param' | 'statistics'> {
  if (scenario === 'asIs') return {};
  return scenario === 'learned' ? { statistics: 'batch' } : { param: (weight) => replaced(weight, scenario) };
}

function replaced(weight: Weight, scenario: Exclude<ScenarioName, 'asIs' | 'learned'>): ParamMoments {
  const { fillerField, fanIn, fanOut, shape } = weight;
  if (fillerField !== 'weight_filler') return ownMoments(weight);
  const n = scenario === 'average' ? (fanIn === null || fanOut === null ? null : (fanIn + fanOut) / 2) : fanIn;
  if (n === null || n <= 0) return { shape, mean: null, std: null, distribution: undefined };
  const std = Math.sqrt((scenario === 'msra' ? 2 : 1) / n);
  if (scenario === 'msra') return { shape, mean: 0, std, distribution: { kind: 'normal', mean: 0, std } };
  const edge = std * Math.sqrt(3);
  return { shape, mean: 0, std, distribution: { kind: 'uniform', min: -edge, max: edge } };
}
