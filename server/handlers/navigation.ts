/** From a name to its other occurrences and to a new name; from a path to its file. */
import {
  DocumentHighlightKind,
  LSPErrorCodes,
  ResponseError,
  SymbolKind,
  type DocumentLink,
  type Location,
  type SymbolInformation,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { rename, renamableAt } from '#core/edit/rename';
import { say } from '#core/messages/language';
import { shown } from '#core/messages/shown';
import type { Span } from '#core/problems/index';
import { nameOf } from '#project/uris';
import { netsIn } from '#project/workspace-nets';
import type { Handlers } from '../context';
import { definition, references } from '../features/blob-places';
import { documentLinks, netOfSolver } from '../features/document-links';
import { highlights } from '../features/highlights';
import { fitsQuery, layersOf, type FoundLayer } from '../features/workspace-symbols';
import { guard } from '../guard';
import { answering } from './answering';
import { toRange, toTextEdits } from '../to-lsp';

export const navigation: Handlers = {
  offers: ({ capabilities }) => ({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
    renameProvider: capabilities.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  register({ connection, forDocument, client, language, runtime, documents, open, whenFilesChange }) {
    connection.onDefinition(
      forDocument('Definition', null, ({ document, analysis }, { position }) =>
        locations(document, definition(analysis, document.offsetAt(position))),
      ),
    );
    connection.onReferences(
      forDocument('References', null, ({ document, analysis }, { position, context }) => {
        const which = context.includeDeclaration ? 'all' : 'uses';
        const spans = references(analysis, document.offsetAt(position), which);
        if (spans.length <= mostListed) return locations(document, spans);
        return failed(say(language().rename, 'too-many-uses', { count: spans.length, limit: mostListed }));
      }),
    );
    connection.onDocumentHighlight(
      forDocument('Highlights', null, ({ document, analysis }, { position }) =>
        highlights(analysis, document.offsetAt(position)).map(({ span, kind }) => ({
          range: toRange(document, span),
          kind: kind === 'made' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
      ),
    );
    answering({ connection, forDocument }, 'prototxt/solver/net', null, async ({ document, analysis }) => {
      return (await netOfSolver(analysis, document.uri, client().roots, runtime.files)) ?? null;
    });
    connection.onDocumentLinks(
      forDocument('Links', [], async ({ document, analysis }): Promise<DocumentLink[]> => {
        const links = await documentLinks(analysis, document.uri, client().roots, runtime.files);
        return links.map(({ span, target }) => ({ range: toRange(document, span), target }));
      }),
    );

    connection.onPrepareRename(
      forDocument('Rename', null, ({ document, analysis }, { position }) => {
        const at = renamableAt(analysis, document.offsetAt(position));
        return at ? { range: toRange(document, at.span), placeholder: at.name } : null;
      }),
    );
    connection.onRenameRequest(
      forDocument('Rename', null, ({ document, analysis }, { position, newName }) => {
        const renamed = rename(analysis, document.offsetAt(position), newName);
        if (renamed.kind === 'changes') return { changes: { [document.uri]: toTextEdits(document, renamed.changes) } };
        return failed(say(language().rename, renamed.sentence, renamed.args));
      }),
    );

    const kept = new Map<string, NetFile>();
    connection.onWorkspaceSymbol(({ query }, token) =>
      guard('Workspace symbols', token, runtime.log, async (): Promise<SymbolInformation[]> => {
        const opened = open().map(
          (document): NetFile => ({ document, layers: layersOf(documents.analysis(document)) }),
        );
        const own = new Set(opened.map(({ document: { uri } }) => uri));
        const others = await netsIn(client().roots, runtime.files, kept, layersIn, () => token.isCancellationRequested);
        return [...opened, ...others.filter(({ document: { uri } }) => !own.has(uri))].flatMap(({ document, layers }) =>
          layers
            .filter(({ name }) => fitsQuery(name, query))
            .map(({ name, type, span }) => ({
              name: shown(name),
              kind: SymbolKind.Class,
              containerName: `${shown(type)} · ${shown(nameOf(document.uri))}`,
              location: { uri: document.uri, range: toRange(document, span) },
            })),
        );
      }),
    );
    // Only the changed files are read again, the next time they are needed.
    whenFilesChange((uris) => uris.forEach((uri) => kept.delete(uri)));
  },
};

/** Of the uses of a name. */
export const mostListed = 100_000;

function failed(sentence: string): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestFailed, sentence);
}

interface NetFile {
  readonly document: TextDocument;
  readonly layers: readonly FoundLayer[];
}

/** No dialect is needed: names of layers are the same in every Caffe. */
function layersIn(uri: string, text: string): NetFile {
  return {
    document: TextDocument.create(uri, 'prototxt', 0, text),
    layers: layersOf(analyze(text, { dialect: chooseDialect })),
  };
}

function locations(document: TextDocument, spans: readonly Span[]): Location[] {
  return spans.map((span) => ({ uri: document.uri, range: toRange(document, span) }));
}
