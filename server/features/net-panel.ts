/** The content of the net panel. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis/analysis';
import { infoOf } from '#core/problems/index';
import { netView } from '#core/cost/view';
import { firstIndexOf } from '#core/lists';
import type { Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import { verdictInWords } from '#core/targets/verdict-words';
import type { Layer, NetState } from '#core/net/model';
import { writtenFields } from '#core/net/written-fields';
import type { LayerProblem, NetAnswer, NetBefore } from '#protocol/net';
import { linesOf } from '../to-lsp';

export function netAnswer(document: TextDocument, analysis: Analysis, state: NetState, language: Language): NetAnswer {
  const inferred = analysis.state(state);
  const lines = inferred.net.layers.map(({ span }) => linesOf(document, span));
  const { layers } = inferred.net;
  return {
    ...netView(inferred),
    lines,
    problems: problemsOf(analysis, layers, state, language),
    targets: targetsOf(analysis, layers, language),
    fields: layers.map(({ message }) => writtenFields(message, document.getText())),
  };
}

/** The net in another text; null if that is not a net. */
export function netBefore(analysis: Analysis, state: NetState): NetBefore | null {
  if (analysis.kind !== 'net') return null;
  const { layers, total } = netView(analysis.state(state));
  return {
    layers: layers.map(({ name, type, params, macs, memory, tops }) => ({
      name,
      type,
      params,
      ...(macs !== undefined && { macs }),
      memory,
      shape: tops[0]?.shape ?? null,
    })),
    total,
  };
}

/** By layer; those of states that are not deployed have none. */
function targetsOf({ portability }: Analysis, layers: readonly Layer[], language: Language): readonly string[] {
  const rows = new Map(portability.map((row) => [row.layer.span.start, row]));
  return layers.map(({ span }) =>
    (rows.get(span.start)?.verdicts ?? [])
      .filter(({ verdict }) => verdict !== 'taken' && verdict !== 'type')
      .map((each) => `${each.target.name}: ${verdictInWords(each, language)}`)
      .join(' · '),
  );
}

/** Errors and warnings by layer. */
function problemsOf(
  analysis: Analysis,
  layers: readonly Layer[],
  state: NetState,
  language: Language,
): readonly (readonly LayerProblem[])[] {
  const found = analysis.problemsIn(state).flatMap((problem) => {
    const { severity } = infoOf(problem.code);
    return severity === 'error' || severity === 'warning' ? [{ problem, severity }] : [];
  });
  const from = (offset: number): number => firstIndexOf(found, ({ problem }) => problem.span.start >= offset);
  return layers.map(({ span }) =>
    found
      .slice(from(span.start), from(span.end))
      .map(({ problem, severity }) => ({ severity, message: messageOf(problem, language) })),
  );
}
