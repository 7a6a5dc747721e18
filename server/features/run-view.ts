/** What the panel shows of the last run. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis/analysis';
import { say, type Language } from '#core/messages/language';
import type { NetState } from '#core/net/model';
import { formatState } from '#core/net/state';
import type { FindingView, LastRun, NetRidges, Ridge, RunNet, RunView } from '#protocol/run';
import { caffeDigits } from '#run/even-loss';
import { findingLabel, findingText, isSerious, subjectOf, type Finding } from '#run/findings';
import { plainNumber, type Reduced } from '#run/reduce';
import { isOld, stdOf, type KeptRun, type RanNet } from '../runs';
import { linesOf } from '../to-lsp';

export function runView(
  document: TextDocument,
  analysis: Analysis,
  state: NetState,
  run: KeptRun | undefined,
  seed: number,
  language: Language,
): RunView {
  return { state: formatState(state), seed, last: run ? lastRun(document, analysis, state, run, language) : null };
}

function lastRun(
  document: TextDocument,
  analysis: Analysis,
  state: NetState,
  run: KeptRun,
  language: Language,
): LastRun {
  const old = isOld(run, analysis, state);
  const now = analysis.state(state).net.layers;
  const byName = new Map([...now].reverse().map((layer) => [`${layer.type} ${layer.name}`, layer]));
  const { id, seed, batch = null, input = null, stopped, lost, loss, evenLoss, start } = run;
  return {
    id,
    state: run.state,
    seed,
    batch,
    input,
    loss: loss === null ? null : plainNumber(loss),
    printedLoss: loss === null ? null : caffeDigits(loss),
    evenLoss: evenLoss ? { formula: evenLoss.formula, value: caffeDigits(evenLoss.value) } : null,
    isOld: old,
    layers: run.layers.map(({ index, name, type, tops, findings }) => {
      const layer = old ? byName.get(`${type} ${name}`) : now[index];
      return {
        name,
        type,
        lines: layer ? linesOf(document, layer.span) : null,
        tops: tops.map((top) => ({
          blob: top.blob,
          shape: top.shape,
          ...figuresOf(top),
          zeros: top.n === 0 ? 0 : top.zeros / top.n,
        })),
        findings: findings.map((finding) => findingView(finding, language)),
      };
    }),
    stopped: stopped
      ? say(language.running, 'stopped', { ...stopped, reason: say(language.lowering, stopped.reason, { ...stopped }) })
      : null,
    lost: lost
      ? say(language.running, 'lost', { ...lost, reason: say(language.lowering, lost.reason, { ...lost }) })
      : null,
    notes: [
      ...(start.areWeightsZero ? [language.running['start-weights']] : []),
      ...(start.areStatisticsZero ? [language.running['start-statistics']] : []),
    ],
    fillers: start.fillers,
  };
}

function findingView(finding: Finding, language: Language): FindingView {
  return {
    text: findingText(finding, language),
    label: findingLabel(finding, language),
    of: subjectOf(finding),
    isSerious: isSerious(finding),
  };
}

/** The net itself first, then as it was before the last edits, then with other weights. */
export function allRidges(run: KeptRun, language: Language): readonly NetRidges[] {
  const { before } = run;
  return [
    ridgesOf('asIs', run, language),
    ...(before ? [ridgesOf('before', before, language)] : []),
    ...[...run.whatIfs].map(([name, net]) => ridgesOf(name, net, language)),
  ];
}

/** `from`: how many layers, and how many of those of Backward, to leave out. */
export function ridgesOf(
  net: RunNet,
  { layers, back, loss }: RanNet,
  language: Language,
  from: { readonly layers: number; readonly back: number } = { layers: 0, back: 0 },
): NetRidges {
  const positions = new Map(layers.map(({ index }, i) => [index, i]));
  return {
    net,
    printedLoss: loss === null ? null : caffeDigits(loss),
    layers: layers.slice(from.layers).map(({ name, type, hasWeights, tops, findings }) => ({
      name,
      type,
      hasWeights,
      tops: tops.map(({ blob, shape, ...top }) => (top.n > 1 && shape.length > 1 ? ridgeOf(blob, top) : null)),
      findings: findings.map((finding) => findingView(finding, language)),
    })),
    back: back.slice(from.back).map(({ index, bottoms, params }) => {
      const layer = positions.get(index) ?? 0;
      const named = (names: readonly string[] | undefined, i: number, gradient: Reduced | null): Ridge | null =>
        gradient && gradient.n > 1 ? ridgeOf(names?.[i] ?? '', gradient) : null;
      return {
        layer,
        bottoms: bottoms.map((gradient, i) => named(layers[layer]?.bottoms, i, gradient)),
        params: params.map((gradient, i) => named(layers[layer]?.params, i, gradient)),
      };
    }),
  };
}

function ridgeOf(name: string, reduced: Reduced): Ridge {
  const { n, zeros, histogram } = reduced;
  return { name, n, zeros, ...figuresOf(reduced), ...histogram };
}

function figuresOf(reduced: Reduced): Pick<Ridge, 'mean' | 'std' | 'min' | 'max'> {
  const { mean, min, max } = reduced;
  return {
    mean: plainNumber(mean),
    std: plainNumber(stdOf(reduced)),
    min: plainNumber(min),
    max: plainNumber(max),
  };
}
