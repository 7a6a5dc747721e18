/** From a name to the places where it stands. */
import type { Location } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '#core/problems';
import type { Handlers } from '../desk';
import { definition, references } from '../features/blob-places';
import { toRange } from '../to-lsp';

export const navigation: Handlers = {
  offers: () => ({ definitionProvider: true, referencesProvider: true }),
  register({ connection, about }) {
    connection.onDefinition(about('Definition', null, ({ document, analysis }, { position }) =>
      locations(document, definition(analysis, document.offsetAt(position)))));
    connection.onReferences(about('References', null, ({ document, analysis }, { position }) =>
      locations(document, references(analysis, document.offsetAt(position)))));
  },
};

function locations(document: TextDocument, spans: readonly Span[]): Location[] {
  return spans.map((span) => ({ uri: document.uri, range: toRange(document, span) }));
}
