/** The content of the initial weights panel, and the edits that it can make. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis/analysis';
import type { Language } from '#core/messages/language';
import { writeFiller } from '#core/edit/write-filler';
import type { NetState } from '#core/net/model';
import { alternativesFor, type FillerChoice } from '#core/weights/alternatives';
import { weightsOf } from '#core/weights/plan';
import { weightsView, type WeightsView } from '#core/weights/view';
import { seedFor } from '#project/seed';
import type { Surroundings } from '#project/surroundings';
import type { AlternativeView, PairingView, WeightsAnswer } from '#protocol/weights';
import { linesOf, toTextEdits } from '../to-lsp';
import { pairingAnswer, type PairingAnswer } from './pairing';

/** `version`: see `PairingView`. */
export function weightsAnswer(
  document: TextDocument,
  analysis: Analysis,
  state: NetState,
  { solver, model }: Pick<Surroundings, 'solver' | 'model'>,
  language: Language,
  version = 0,
): WeightsAnswer {
  const inState = analysis.state(state);
  const view = weightsView(inState);
  const lines = view.layers.map(({ span }) => linesOf(document, span));
  const seed = seedFor({ solver });
  return {
    ...view,
    lines,
    seed: seed.solver === undefined ? undefined : { value: seed.value, from: seed.solver },
    pairing: model && { ...pairingView(view, pairingAnswer(inState, model, language)), version },
  };
}

function pairingView(
  { layers }: WeightsView,
  { file, problem, ignored, layers: said }: PairingAnswer,
): Omit<PairingView, 'version'> {
  return { file, problem, ignored, layers: layers.map(({ index }) => said.get(index)) };
}

export function alternatives(analysis: Analysis, state: NetState, blob: number): readonly AlternativeView[] {
  const weight = weightsOf(analysis.state(state))[blob];
  if (weight?.fillerField === undefined) return [];
  return alternativesFor(weight, analysis.dialect).map(({ choice, distribution, n, mean, std, formula }) => ({
    choice,
    filler: choice.type,
    distribution,
    n,
    mean,
    std,
    formula,
  }));
}

/** Null if there is no place to write a filler to. */
export function fillerEdits(
  document: TextDocument,
  analysis: Analysis,
  state: NetState,
  blob: number,
  choice: FillerChoice,
): readonly TextEdit[] | null {
  const weight = weightsOf(analysis.state(state))[blob];
  const changes = weight && writeFiller(analysis, weight, choice);
  return changes ? toTextEdits(document, changes) : null;
}
