/** Features for reading a net: hover, hints, lenses, outline, folding, semantic highlighting, selection ranges. */
import { SemanticTokensBuilder, type SelectionRange, type SemanticTokens } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { commandsOf } from '../client-commands';
import { codeLenses } from '../features/code-lenses';
import { documentSymbols } from '../features/document-symbols';
import { foldingRanges } from '../features/folding';
import { hover } from '../features/hover';
import { inlayHints } from '../features/inlay-hints';
import { schemaAnswer } from '../features/schema';
import { targetsAnswer } from '../features/targets';
import { selectionSpans } from '../features/selection-ranges';
import { semanticTokens, tokenModifiers, tokenTypes, type SemanticToken } from '../features/semantic-tokens';
import { toCodeLens, toFoldingRange, toFlatSymbols, toHover, toInlayHint, toSymbol } from '../answers';
import type { Handlers } from '../context';
import { displayState } from '../display-state';
import { toRange, toSpan } from '../to-lsp';
import { answering } from './answering';

export const reading: Handlers = {
  offers: ({ options }) => ({
    hoverProvider: true,
    inlayHintProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
      range: true,
    },
    ...(commandsOf(options).previewWeights ? { codeLensProvider: {} } : {}),
  }),
  register(context) {
    const { connection, documents, runs, client, settings, language, forDocument } = context;
    connection.onHover(
      forDocument('Hover', null, ({ document, analysis }, { position }) => {
        const offset = document.offsetAt(position);
        const state = displayState(analysis, offset);
        const { solver, model } = documents.surroundings(document.uri);
        const run = runs.of(document.uri);
        const answer = hover(analysis, offset, {
          ...(state ? { state } : {}),
          language: language(),
          ...(solver ? { solver } : {}),
          ...(model ? { model } : {}),
          ...(run ? { run } : {}),
        });
        return answer ? toHover(document, answer, client().capabilities.textDocument?.hover?.contentFormat) : null;
      }),
    );
    connection.languages.inlayHint.on(
      forDocument('Inlay hints', [], ({ document, analysis, state }, { range }) => {
        if (!state) return [];
        const hints = inlayHints(analysis, toSpan(document, range), {
          state,
          language: language(),
          ...settings().inlayHints,
        });
        return hints.map((hint) => toInlayHint(document, hint));
      }),
    );
    answering(context, 'prototxt/schema', null, ({ analysis }) => schemaAnswer(analysis, language()));
    answering(context, 'prototxt/targets', null, ({ analysis }) => targetsAnswer(analysis));
    connection.onCodeLens(
      forDocument('Code lenses', [], ({ document, analysis, state }) => {
        if (!state || !settings().codeLens.weights) return [];
        return codeLenses(analysis, state, language()).map((lens) => toCodeLens(document, lens));
      }),
    );
    connection.onDocumentSymbol(
      forDocument('Outline', [], ({ document, analysis, state }) => {
        const symbols = documentSymbols(analysis, state, language());
        const nested = client().capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
        return nested ? symbols.map((symbol) => toSymbol(document, symbol)) : toFlatSymbols(document, symbols);
      }),
    );
    connection.onFoldingRanges(
      forDocument('Folding', [], ({ document, analysis }) => {
        const showsText = client().capabilities.textDocument?.foldingRange?.foldingRange?.collapsedText === true;
        return foldingRanges(analysis, language()).map((range) => toFoldingRange(document, range, showsText));
      }),
    );
    connection.onSelectionRanges(
      forDocument('Selections', null, ({ document, analysis }, { positions }) =>
        positions.map((position) => toSelectionRange(document, selectionSpans(analysis, document.offsetAt(position)))),
      ),
    );
    connection.languages.semanticTokens.on(
      forDocument('Semantic tokens', none, ({ document, analysis }) =>
        toTokens(document, semanticTokens(analysis, { start: 0, end: analysis.text.length })),
      ),
    );
    connection.languages.semanticTokens.onRange(
      forDocument('Semantic tokens', none, ({ document, analysis }, { range }) =>
        toTokens(document, semanticTokens(analysis, toSpan(document, range))),
      ),
    );
  },
};

const none: SemanticTokens = { data: [] };

function toTokens(document: TextDocument, tokens: readonly SemanticToken[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const {
    span: { start, end },
    type,
    declares,
  } of tokens) {
    const { line, character } = document.positionAt(start);
    builder.push(line, character, end - start, tokenTypes.indexOf(type), declares ? 1 : 0);
  }
  return builder.build();
}

/** `spans` from the innermost outwards. */
function toSelectionRange(document: TextDocument, spans: ReturnType<typeof selectionSpans>): SelectionRange {
  const ranges = spans.map((span) => toRange(document, span)).reverse();
  return (
    ranges.reduce<SelectionRange | undefined>(
      (parent, range) => (parent ? { range, parent } : { range }),
      undefined,
    ) ?? { range: toRange(document, { start: 0, end: 0 }) }
  );
}
