/** Problems that the signal forecast finds in a net that is to learn. */
import { paramOf } from '../infer/param-of';
import { formatNumber } from '../numbers';
import { problemAt, type Code, type Problem, type Span } from '../problems';
import type { Forecast } from '../signal/forecast';
import { forecastOf, stepsToForecast } from '../signal/kept';
import { verdicts, type Judged, type Verdict } from '../signal/verdicts';
import type { NetCheck } from './check';
import type { NetFacts } from './facts';

export const signal: NetCheck = {
  kind: 'net',
  code: 'signal/vanishing',
  // In TEST an untrained net divides by statistics that are 0, which says nothing about how it learns.
  find: (facts) => (isJudged(facts) ? signalProblems(facts) : []),
  steps: (facts) => (isJudged(facts) && !isQuick(facts) ? stepsToForecast(facts.analysis) : undefined),
};

/** Up to this number of layers a forecast takes some ms; 1,000 layers take 100 ms. */
const few = 100;

function isQuick({ analysis: { layers } }: NetFacts): boolean {
  return layers.length <= few;
}

function isJudged({ hasLoss, analysis }: NetFacts): boolean {
  return hasLoss && analysis.net.state.phase === 'TRAIN';
}

/** Whether the net learns or not: for the panel. */
export function signalProblems(facts: NetFacts, forecast: Forecast = forecastOf(facts.analysis)): readonly Problem[] {
  return verdicts(forecast, judgedBy(facts)).map((verdict) => problemOf(verdict, facts));
}

function judgedBy({ analysis: { layers }, readers, learnsBelow, weightsAbove }: NetFacts): Judged {
  return {
    matters: (i) => weightsAbove[i] === true,
    learnsBelow: (i) => learnsBelow[i] === true,
    rectifier: (i) => {
      const blob = layers[i]?.layer.tops[0]?.blob;
      return blob && readers[blob.id]?.find(({ rule, layer }) => rule?.rectifies?.(paramOf(layer, rule)))?.layer.index;
    },
  };
}

function problemOf(verdict: Verdict, { analysis: { layers } }: NetFacts): Problem {
  const layer = layers[verdict.layer]?.layer;
  const span = layer?.typeSpan ?? { start: 0, end: 0 };
  const name = layer?.name ?? '';
  switch (verdict.kind) {
    case 'dead':
      return {
        code: 'signal/dead',
        span,
        args: { layer: name, rectifier: layers[verdict.rectifier]?.layer.name ?? '' },
      };
    case 'saturating':
      return {
        code: 'signal/saturating',
        span,
        args: { layer: name, type: layer?.type ?? '', percent: Math.round(100 * verdict.share) },
      };
    default:
      return sizeProblem(verdict, span, { layer: name, value: size(verdict.value) });
  }
}

type Size = Extract<Verdict, { readonly value: number; readonly cause: unknown }>;

const codes = {
  vanishing: { plain: 'signal/vanishing', filler: 'signal/vanishing-filler' },
  exploding: { plain: 'signal/exploding', filler: 'signal/exploding-filler' },
  'vanishing-gradient': { plain: 'signal/vanishing-gradient', filler: 'signal/vanishing-gradient-filler' },
  'exploding-gradient': { plain: 'signal/exploding-gradient', filler: 'signal/exploding-gradient-filler' },
} as const satisfies Readonly<Record<Size['kind'], { readonly plain: Code; readonly filler: Code }>>;

function sizeProblem(
  { kind, cause }: Size,
  span: Span,
  args: { readonly layer: string; readonly value: string },
): Problem {
  const isXavier = kind === 'vanishing' && cause?.filler === 'xavier' && cause.rectified;
  if (!cause || (cause.scales && !isXavier)) return problemAt(codes[kind].plain, span, args);
  const ofCause = { ...args, gain: size(cause.gain), count: cause.count };
  return isXavier
    ? { code: 'signal/vanishing-xavier', span, args: ofCause }
    : problemAt(codes[kind].filler, span, { ...ofCause, filler: cause.filler });
}

/** Two digits match the precision of a forecast. */
function size(value: number): string {
  return value >= 0.01 && value < 1000 ? formatNumber(round(value)) : value.toExponential(1);
}

function round(value: number): number {
  return Number(value.toPrecision(2));
}
