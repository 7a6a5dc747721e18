/** What is made of a text: the analysis with all that takes long, what the editor shows, and the panel's forecasts. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, type Analysis } from '#core/analysis';
import { chooseDialect } from '#core/choose-dialect';
import { fixesOf } from '#core/edit/fixes/index';
import { english } from '#core/messages/en/index';
import { messageOf } from '#core/messages/render';
import { forecast } from '#core/signal/forecast';
import { optionsOf, scenarioNames } from '#core/signal/scenarios';
import { describeSchedule } from '#core/solver/schedule';
import { displayState } from '#server/display-state';
import { documentSymbols } from '#server/features/document-symbols';
import { foldingRanges } from '#server/features/folding';
import { hover } from '#server/features/hover';
import { inlayHints } from '#server/features/inlay-hints';
import { netAnswer } from '#server/features/net';
import { semanticTokens } from '#server/features/semantic-tokens';
import { weightsAnswer } from '#server/features/weights';
import { nothingAround } from '#server/surroundings';

/** Places of the text that are hovered over, and problems whose fixes are asked for. */
const several = 12;

export interface Work {
  readonly name: string;
  readonly run: (text: string) => void;
}

export const works: readonly Work[] = [
  { name: 'analysis', run: (text) => void analyzed(text).problems.length },
  { name: 'editor', run: show },
  { name: 'forecasts', run: forecastAll },
];

function analyzed(text: string): Analysis {
  return analyze(text, { dialect: chooseDialect, depth: 'all' });
}

/** As the panel of the signal asks. */
function forecastAll(text: string): void {
  const analysis = analyzed(text);
  for (const state of analysis.states)
    for (const name of scenarioNames) forecast(analysis.state(state), optionsOf(name));
}

function show(text: string): void {
  const analysis = analyzed(text);
  for (const problem of analysis.problems) messageOf(problem, english);
  for (const problem of analysis.problems.slice(0, several)) fixesOf(analysis, problem);
  if (analysis.kind === 'solver' && analysis.message) describeSchedule(analysis.message);
  const all = { start: 0, end: text.length };
  const state = displayState(analysis);
  for (let i = 0; i < several; i++)
    hover(analysis, Math.floor((text.length * (i + 0.5)) / several), { language: english });
  semanticTokens(analysis, all);
  foldingRanges(analysis);
  documentSymbols(analysis, state, english);
  if (!state) return;
  const document = TextDocument.create('file:///net.prototxt', 'prototxt', 1, text);
  inlayHints(analysis, all, { state, language: english, shapes: true, fillers: true, cost: true });
  netAnswer(document, analysis, state, english);
  weightsAnswer(document, analysis, state, nothingAround, english);
}
