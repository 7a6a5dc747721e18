/** Features that change the text: formatting, code actions, and the commands of the palette. */
import { CodeActionKind, type FormattingOptions } from 'vscode-languageserver';
import { format, formatOnType, type Style } from '#core/edit/format/index';
import { deployText } from '#core/edit/refactor/deploy';
import { blockAt, duplicateBlock, nextPrefix } from '#core/edit/refactor/duplicate';
import { insertableBlobAt, insertableTypes, insertLayers } from '#core/edit/refactor/insert-layer';
import { upgradeChanges } from '#core/edit/upgrade/index';
import { fixableAt } from '#core/edit/fixes/index';
import { eraseSchema, writeSchema } from '#core/edit/write-schema';
import { writeTargets } from '#core/edit/write-targets';
import { createNearbyProtos } from '#project/nearby-protos';
import { folderOf, hasFolder, relativePath } from '#project/uris';
import { commandsOf } from '../client-commands';
import type { Handlers } from '../context';
import { codeActions, fixAllKind, wants } from '../features/code-actions';
import { explained } from '../features/explain-log';
import { isOfAnotherCaffe } from '../features/ways-out';
import { toRange, toSpan, toTextEdits } from '../to-lsp';
import { answering } from './answering';

export const writing: Handlers = {
  offers: () => ({
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['>', ']', '\n'] },
  }),
  register(server) {
    const { connection, forDocument, language, client, place } = server;
    const nearbyProtos = createNearbyProtos(server.runtime);
    server.whenFilesChange(nearbyProtos.filesChanged);
    connection.onCodeAction(
      forDocument('Code actions', [], async (asked, { range, context }) => {
        const { capabilities, options, roots } = client();
        const creates = capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
        const { uri } = asked.document;
        const isAsked =
          wants(context.only, CodeActionKind.QuickFix) &&
          fixableAt(asked.analysis, toSpan(asked.document, range)).some(isOfAnotherCaffe);
        const protos = isAsked ? await nearbyProtos.of(uri, roots) : [];
        // While protos were being searched, the text may have changed.
        const { document, analysis } = place(uri) ?? asked;
        return codeActions(document, analysis, {
          range: toSpan(document, range),
          context,
          creates,
          commands: commandsOf(options),
          protos,
          model: server.documents.surroundings(uri).model,
          language: language(),
        });
      }),
    );
    connection.onDocumentFormatting(
      forDocument('Formatting', [], ({ document, analysis }, { options }) =>
        toTextEdits(document, format(analysis, styleOf(options))),
      ),
    );
    connection.onDocumentRangeFormatting(
      forDocument('Formatting a selection', [], ({ document, analysis }, { options, range }) =>
        toTextEdits(document, format(analysis, styleOf(options), toSpan(document, range))),
      ),
    );
    connection.onDocumentOnTypeFormatting(
      forDocument('Formatting while typing', [], ({ document, analysis }, { options, position, ch }) =>
        toTextEdits(document, formatOnType(analysis, document.offsetAt(position), ch, styleOf(options))),
      ),
    );
    answering(server, 'prototxt/schema/write', null, ({ document, analysis: { tree } }, { schema }) => {
      if (schema.kind === 'none') return toTextEdits(document, eraseSchema(tree));
      if (schema.kind === 'name') return toTextEdits(document, writeSchema(tree, schema.name));
      const path = hasFolder(document.uri) ? relativePath(folderOf(document.uri), schema.uri) : undefined;
      return path === undefined ? null : toTextEdits(document, writeSchema(tree, path));
    });
    answering(server, 'prototxt/targets/write', null, ({ document, analysis: { tree } }, { targets }) => {
      const changes = writeTargets(tree, targets);
      return changes ? toTextEdits(document, changes) : null;
    });
    answering(server, 'prototxt/insert/types', null, ({ document, analysis }, { position }) => {
      const blob = insertableBlobAt(analysis, document.offsetAt(position));
      return blob === undefined ? null : { blob, types: insertableTypes(analysis) };
    });
    answering(server, 'prototxt/insert', null, ({ document, analysis }, { position, types }) => {
      const fix = insertLayers(analysis, document.offsetAt(position), types);
      return fix ? toTextEdits(document, fix.changes) : null;
    });
    answering(server, 'prototxt/duplicate/block', null, ({ document, analysis }, { position }) => {
      const block = blockAt(analysis, document.offsetAt(position));
      if (!block) return null;
      const { prefix, layers, span } = block;
      const suggestion = nextPrefix(analysis, prefix) ?? prefix;
      return { prefix, layers, range: toRange(document, span), suggestion };
    });
    answering(server, 'prototxt/duplicate', null, ({ document, analysis }, { position, prefix }) => {
      const block = blockAt(analysis, document.offsetAt(position));
      const fix = block && duplicateBlock(analysis, block, prefix);
      return fix ? toTextEdits(document, fix.changes) : null;
    });
    answering(server, 'prototxt/upgrade', [], ({ document, analysis }) =>
      toTextEdits(document, upgradeChanges(analysis)),
    );
    answering(server, 'prototxt/deploy', null, ({ analysis }) => deployText(analysis, language()) ?? null);
    answering(server, 'prototxt/explain', [], ({ document, analysis }, { log }) =>
      explained(document, analysis, log, language()),
    );
  },
};

function styleOf({ insertSpaces, tabSize }: FormattingOptions): Style {
  return { indent: insertSpaces ? ' '.repeat(tabSize) : '\t' };
}
