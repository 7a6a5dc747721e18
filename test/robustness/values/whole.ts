/**
 * Everything that is computed for a text: the analysis with its slow checks, the forecast of every state, and the editor's
 * features.
 */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { fixesOf } from '#core/edit/fixes/index';
import { english } from '#core/messages/en/index';
import { messageOf } from '#core/messages/render';
import { forecastOf } from '#core/signal/kept';
import { describeSchedule } from '#core/solver/schedule';
import { displayState } from '#server/display-state';
import { documentSymbols } from '#server/features/document-symbols';
import { foldingRanges } from '#server/features/folding';
import { hover } from '#server/features/hover';
import { inlayHints } from '#server/features/inlay-hints';
import { netAnswer } from '#server/features/net-panel';
import { semanticTokens } from '#server/features/semantic-tokens';
import { weightsAnswer } from '#server/features/weights-panel';
import { nothingAround } from '#project/surroundings';

/** How many hovers and fixes are requested. */
const several = 12;

export const stages = ['analysis', 'forecast', 'editor'] as const;
export type Stage = (typeof stages)[number];

/** Runs in stages; yields the name of each when it is done. */
export function* makeWhole(text: string): Generator<Stage> {
  const analysis = analyze(text, { dialect: chooseDialect, depth: 'all' });
  for (const problem of analysis.problems) messageOf(problem, english);
  yield 'analysis';
  // For states without training too.
  for (const state of analysis.states) forecastOf(analysis.state(state));
  yield 'forecast';
  show(text, analysis);
  yield 'editor';
}

function show(text: string, analysis: Analysis): void {
  for (const problem of analysis.problems.slice(0, several)) fixesOf(analysis, problem);
  if (analysis.kind === 'solver' && analysis.message) describeSchedule(analysis.message, analysis.dialect.solver);
  const all = { start: 0, end: text.length };
  const state = displayState(analysis);
  for (let i = 0; i < several; i++)
    hover(analysis, Math.floor((text.length * (i + 0.5)) / several), { language: english });
  semanticTokens(analysis, all);
  foldingRanges(analysis, english);
  documentSymbols(analysis, state, english);
  if (!state) return;
  const document = TextDocument.create('file:///net.prototxt', 'prototxt', 1, text);
  inlayHints(analysis, all, { state, language: english, shapes: true, fillers: true, cost: true });
  netAnswer(document, analysis, state, english);
  weightsAnswer(document, analysis, state, nothingAround, english);
}
