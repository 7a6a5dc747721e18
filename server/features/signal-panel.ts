/** The content of the signal panel: the forecast for the net and for each scenario, and how the layers are connected. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { factsOf } from '#core/checks/facts';
import { signalProblems } from '#core/checks/signal';
import type { StateAnalysis } from '#core/infer/types';
import { say, type Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import type { Blob } from '#core/net/model';
import { formatState } from '#core/net/state';
import { forecasting, type Forecast } from '#core/signal/forecast';
import { stepsToForecast } from '#core/signal/kept';
import { optionsOf, scenarioNames } from '#core/signal/scenarios';
import { sourceFor, type SourceChoice } from '#core/signal/source';
import type { SignalAnswer, SignalLayer, SignalScenario } from '#protocol/signal';
import type { Timer } from '../runtime';
import { linesOf } from '../to-lsp';
import { stepByStep } from '../turns';

/** A forecast takes about a millisecond per layer; larger nets get a sentence instead. */
export const mostLayers = 5000;

/** Yields to other requests every few milliseconds. */
export async function signalAnswer(
  document: TextDocument,
  state: StateAnalysis,
  input: SourceChoice,
  language: Language,
  timer: Timer,
): Promise<SignalAnswer> {
  const source = sourceFor(state, input);
  if (state.layers.length > mostLayers) {
    const sentence = { layers: state.layers.length, limit: mostLayers };
    return {
      state: formatState(state.state),
      source,
      seeds: [],
      layers: [],
      scenarios: [],
      verdicts: [],
      tooLarge: say(language.signals, 'too-large', sentence),
    };
  }
  const scenarios: SignalScenario[] = [];
  let first: Forecast | undefined;
  for (const name of scenarioNames) {
    const found = await stepByStep(forecasting(state, { source, ...optionsOf(name) }), timer);
    first ??= found;
    const scenario = numbersOf(name, found);
    // Omitted where it makes no difference: most nets have no statistics to learn.
    if (name !== 'learned' || !sameNumbers(scenario, scenarios[0])) scenarios.push(scenario);
  }
  await stepByStep(stepsToForecast(state), timer);
  const verdicts = signalProblems(factsOf(state)).map((problem) => ({
    message: messageOf(problem, language),
    line: linesOf(document, problem.span)[0],
  }));
  return {
    state: formatState(state.state),
    source,
    seeds: first?.seeds ?? [],
    layers: layersOf(document, state, first),
    scenarios,
    verdicts,
  };
}

function layersOf(
  document: TextDocument,
  { layers }: StateAnalysis,
  forecast: Forecast | undefined,
): readonly SignalLayer[] {
  const isModelled = ({ layer, top }: Blob): boolean => (forecast?.layers[layer]?.tops[top] ?? null) !== null;
  const depths: number[] = [];
  return layers.map(({ layer, tops }) => {
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
    };
  });
}

function sameNumbers(a: SignalScenario, b: SignalScenario | undefined): boolean {
  return JSON.stringify(a.forward) === JSON.stringify(b?.forward);
}

function numbersOf(name: SignalScenario['name'], { layers }: Forecast): SignalScenario {
  return {
    name,
    mean: layers.map(({ tops: [top] }) => top?.mean ?? null),
    forward: layers.map(({ tops: [top] }) => top?.secondMoment ?? null),
    back: layers.map(({ topGradients: [gradient] }) => gradient ?? null),
    draws: layers.map(({ draws }) => draws),
  };
}
