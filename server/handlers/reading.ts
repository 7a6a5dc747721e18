/** What is shown of a net while one reads: hover, hints, lenses, outline, folding. */
import { codeLenses, commandsOf } from '../features/code-lenses';
import { documentSymbols } from '../features/document-symbols';
import { foldingRanges } from '../features/folding';
import { hover } from '../features/hover';
import { inlayHints } from '../features/inlay-hints';
import { toCodeLens, toFoldingRange, toHover, toInlayHint, toSymbol } from '../answers';
import type { Handlers } from '../desk';
import { displayState } from '../display-state';
import { toSpan } from '../to-lsp';

export const reading: Handlers = {
  offers: ({ options }) => ({
    hoverProvider: true,
    inlayHintProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    ...(commandsOf(options).previewWeights ? { codeLensProvider: {} } : {}),
  }),
  register({ connection, documents, settings, language, about }) {
    connection.onHover(about('Hover', null, ({ document, analysis }, { position }) => {
      const offset = document.offsetAt(position);
      const state = displayState(analysis, settings().phase, offset);
      const { solver, model } = documents.surroundings(document.uri);
      const answer = hover(analysis, offset, { ...(state ? { state } : {}), language: language(), ...(solver ? { solver } : {}), ...(model ? { model } : {}) });
      return answer ? toHover(document, answer) : null;
    }));
    connection.languages.inlayHint.on(about('Inlay hints', [], ({ document, analysis, state }, { range }) => {
      if (!state) return [];
      const hints = inlayHints(analysis, toSpan(document, range), { state, language: language(), ...settings().inlayHints });
      return hints.map((hint) => toInlayHint(document, hint));
    }));
    connection.onCodeLens(about('Code lenses', [], ({ document, analysis, state }) => {
      if (!state || !settings().codeLens.weights) return [];
      return codeLenses(analysis, state, language()).map((lens) => toCodeLens(document, lens));
    }));
    connection.onDocumentSymbol(about('Outline', [], ({ document, analysis, state }) =>
      documentSymbols(analysis, state).map((symbol) => toSymbol(document, symbol))));
    connection.onFoldingRanges(about('Folding', [], ({ document, analysis }) =>
      foldingRanges(analysis).map((range) => toFoldingRange(document, range))));
  },
};
