/**
 * The editor's requests while reading and typing, on one analysis, and those of the JSON language service on the same net as
 * JSON.
 */
import { getLanguageService, TextDocument as JsonText } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis/analysis';
import { rename } from '#core/edit/rename';
import { english } from '#core/messages/en/index';
import { testState } from '#core/net/state';
import type { Span } from '#core/problems/index';
import { definition, references } from '#server/features/blob-places';
import { codeActions } from '#server/features/code-actions';
import { completion } from '#server/features/completion';
import { documentSymbols } from '#server/features/document-symbols';
import { foldingRanges } from '#server/features/folding';
import { highlights } from '#server/features/highlights';
import { inlayHints } from '#server/features/inlay-hints';
import { selectionSpans } from '#server/features/selection-ranges';
import { semanticTokens } from '#server/features/semantic-tokens';
import { statesAnswer } from '#server/features/states';
import { layersOf } from '#server/features/workspace-symbols';
import { hoverOf } from './diagnostics';
import type { Contender } from './rounds';

const linesOfScreen = 60;

export function features(analysis: Analysis): readonly Contender[] {
  const { text } = analysis;
  const state = analysis.states[0] ?? testState;
  const middle = text.indexOf('weight_filler', text.length >> 1) + 2;
  const blob = text.indexOf('bottom: "', text.length >> 1) + 10;
  const screen = screenAt(text, middle);
  const all = { start: 0, end: text.length };
  const document = TextDocument.create('file:///net.prototxt', 'prototxt', 1, text);
  const complete = (offset: number) => () =>
    completion({ analysis, offset, state, stagesAround: [], language: english });
  const hints = { state, language: english, shapes: true, fillers: true, cost: true };
  const once: readonly (readonly [string, () => unknown])[] = [
    ['hover on a filler', () => hoverOf(analysis, middle)],
    ['hints, a screen', () => inlayHints(analysis, screen, hints)],
    ['tokens, a screen', () => semanticTokens(analysis, screen)],
    ['tokens, the file', () => semanticTokens(analysis, all)],
    ['completion of a blob', complete(blob)],
    ['completion of a whole layer, at the end', complete(text.length)],
    ['completion of fields', complete(text.indexOf('\n', middle))],
    ['definition', () => definition(analysis, blob)],
    ['references', () => references(analysis, blob)],
    ['highlights', () => highlights(analysis, blob)],
    ['rename', () => rename(analysis, blob, 'new name')],
    ['outline', () => documentSymbols(analysis, state, english)],
    ['folding', () => foldingRanges(analysis, english)],
    ['selection', () => selectionSpans(analysis, middle)],
    ['layers of the workspace, this file', () => layersOf(analysis)],
    ['states to choose', () => statesAnswer(analysis, [])],
    [
      'code actions on a line',
      () =>
        codeActions(document, analysis, {
          range: { start: middle, end: middle },
          context: { diagnostics: [] },
          creates: true,
          language: english,
        }),
    ],
  ];
  return once.map(([name, run]) => ({ name, run, times: 20 }));
}

export function jsonFeatures(json: string): readonly Contender[] {
  const service = getLanguageService({});
  const document = JsonText.create('bench://net.json', 'json', 1, json);
  const tree = service.parseJSONDocument(document);
  const position = document.positionAt(json.indexOf('"weight_filler"', json.length >> 1) + 2);
  return [
    { name: 'JSON: hover', run: () => service.doHover(document, position, tree), times: 20 },
    { name: 'JSON: completion', run: () => service.doComplete(document, position, tree), times: 20 },
    { name: 'JSON: outline', run: () => service.findDocumentSymbols2(document, tree, { resultLimit: 1e6 }), times: 5 },
    { name: 'JSON: folding', run: () => service.getFoldingRanges(document, { rangeLimit: 1e6 }), times: 5 },
    { name: 'JSON: selection', run: () => service.getSelectionRanges(document, [position], tree), times: 20 },
  ];
}

/** Whole lines around an offset, as many as a screen shows. */
function screenAt(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  for (let i = 0; i < linesOfScreen / 2; i++) {
    start = Math.max(0, text.lastIndexOf('\n', start - 1));
    end = Math.max(end, text.indexOf('\n', end + 1));
  }
  return { start, end };
}
