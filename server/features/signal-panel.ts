/** The content of the signal panel: the forecast for the net and for each scenario, and how the layers are connected. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { factsOf } from '#core/checks/facts';
import { signalProblems } from '#core/checks/signal';
import type { StateAnalysis } from '#core/infer/types';
import { say, type Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import type { Blob } from '#core/net/model';
import { formatState } from '#core/net/state';
import { forecasting, type Forecast, type ForecastOptions } from '#core/signal/forecast';
import { stepsToForecast } from '#core/signal/kept';
import { areWeightsZero, optionsOf } from '#core/signal/scenarios';
import { sourceFor, type SourceChoice } from '#core/signal/source';
import type { SignalAnswer, SignalLayer, SignalScenario } from '#protocol/signal';
import type { KeptRun } from '../runs';
import type { Timer } from '../runtime';
import { linesOf } from '../to-lsp';
import { stepByStep } from '../turns';
import { measuredIn } from './signal-measured';

/** Five forecasts of a net of this size take some seconds; larger nets get a sentence instead. */
export const mostLayers = 5000;

/** Yields to other requests every few milliseconds. `run`: the net's last run. */
export async function signalAnswer(
  document: TextDocument,
  state: StateAnalysis,
  input: SourceChoice,
  language: Language,
  timer: Timer,
  run?: KeptRun,
): Promise<SignalAnswer> {
  const source = sourceFor(state, input);
  if (state.layers.length > mostLayers) {
    const sentence = { layers: state.layers.length, limit: mostLayers };
    return {
      state: formatState(state.state),
      source,
      layers: [],
      scenarios: [],
      wall: null,
      main: 'asIs',
      measured: null,
      verdicts: [],
      tooLarge: say(language.signals, 'too-large', sentence),
    };
  }
  const forecastFor = (options: ForecastOptions): Promise<Forecast> =>
    stepByStep(forecasting(state, { source, ...options }), timer);
  const asIs = await forecastFor({});
  const weights = areWeightsZero(state);
  // Where nothing passes the filters, only other weights show the effect of the statistics.
  const [start, batch] = weights
    ? [await forecastFor(optionsOf('msra')), await forecastFor(optionsOf('msra', 'batch'))]
    : [asIs, await forecastFor(optionsOf('learned'))];
  const statistics = !isSame(start, batch);
  const scenarios = [numbersOf('asIs', asIs)];
  // Omitted where it makes no difference: most nets have no statistics to learn.
  if (statistics && !weights) scenarios.push(numbersOf('learned', batch));
  for (const name of ['xavier', 'msra', 'average'] as const) {
    const options = optionsOf(name, statistics ? 'batch' : 'start');
    scenarios.push(numbersOf(name, weights && name === 'msra' ? batch : await forecastFor(options)));
  }
  return {
    state: formatState(state.state),
    source,
    layers: layersOf(document, state, asIs),
    scenarios,
    wall: weights ? (statistics ? 'both' : 'weights') : statistics ? 'statistics' : null,
    main: weights ? 'msra' : statistics ? 'learned' : 'asIs',
    measured: run ? measuredIn(run, document.getText(), state, asIs) : null,
    verdicts: weights ? [] : await verdictsOf(document, state, statistics ? batch : undefined, language, timer),
  };
}

/** `forecast`: undefined for that of the net as it is. */
async function verdictsOf(
  document: TextDocument,
  state: StateAnalysis,
  forecast: Forecast | undefined,
  language: Language,
  timer: Timer,
): Promise<SignalAnswer['verdicts']> {
  const judged = forecast ?? (await stepByStep(stepsToForecast(state), timer));
  return signalProblems(factsOf(state), judged).map((problem) => ({
    message: messageOf(problem, language),
    line: linesOf(document, problem.span)[0],
  }));
}

function layersOf(
  document: TextDocument,
  { layers }: StateAnalysis,
  forecast: Forecast | undefined,
): readonly SignalLayer[] {
  const isModelled = ({ layer, top }: Blob): boolean => (forecast?.layers[layer]?.tops[top] ?? null) !== null;
  const depths: number[] = [];
  return layers.map(({ layer, tops, rule, params }) => {
    const from = [...new Set(layer.bottoms.flatMap(({ blob }) => (blob && isModelled(blob) ? [blob.layer] : [])))];
    const depth = from.reduce((most, maker) => Math.max(most, (depths[maker] ?? 0) + 1), 0);
    depths.push(depth);
    return {
      name: layer.name,
      type: layer.type,
      lines: linesOf(document, layer.span),
      depth,
      from,
      ends: tops.length > 0 && tops.every((shape) => shape?.length === 0),
      hasWeights: rule?.startsGradient === true && params.length > 0,
    };
  });
}

function isSame(a: Forecast, b: Forecast): boolean {
  const numbers = ({ layers }: Forecast): string => JSON.stringify(layers.map(({ tops: [top] }) => top?.secondMoment));
  return numbers(a) === numbers(b);
}

function numbersOf(name: SignalScenario['name'], { layers }: Forecast): SignalScenario {
  return {
    name,
    mean: layers.map(({ tops: [top] }) => top?.mean ?? null),
    forward: layers.map(({ tops: [top] }) => top?.secondMoment ?? null),
    back: layers.map(({ topGradients: [gradient] }) => gradient ?? null),
  };
}
