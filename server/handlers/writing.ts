/** What changes the text: formatting, quick fixes, refactorings, and what the palette's commands ask. */
import { CodeActionKind, type FormattingOptions } from 'vscode-languageserver';
import { format, formatOnType, type Style } from '#core/edit/format/index';
import { deployText } from '#core/edit/refactor/deploy';
import { blockAt, duplicateBlock, nextPrefix } from '#core/edit/refactor/duplicate';
import { insertableTypes, insertLayers } from '#core/edit/refactor/insert-layer';
import { upgradeChanges } from '#core/edit/upgrade/index';
import { commandsOf } from '../client-commands';
import type { Handlers } from '../context';
import { codeActions, fixAllKind } from '../features/code-actions';
import { explained } from '../features/explain-log';
import { toSpan, toTextEdits } from '../to-lsp';
import { answering } from './answering';

export const writing: Handlers = {
  offers: () => ({
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['>', ']', '\n'] },
  }),
  register(context) {
    const { connection, forDocument, language, client } = context;
    connection.onCodeAction(
      forDocument('Code actions', [], ({ document, analysis }, { range, context }) => {
        const creates = client().capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
        return codeActions(document, analysis, {
          range: toSpan(document, range),
          context,
          creates,
          setsSchema: commandsOf(client().options).useSchema,
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
    answering(context, 'prototxt/insert/types', [], ({ analysis }) => insertableTypes(analysis));
    answering(context, 'prototxt/insert', null, ({ document, analysis }, { position, types }) => {
      const fix = insertLayers(analysis, document.offsetAt(position), types);
      return fix ? toTextEdits(document, fix.changes) : null;
    });
    answering(context, 'prototxt/duplicate/block', null, ({ document, analysis }, { position }) => {
      const block = blockAt(analysis, document.offsetAt(position));
      return block
        ? { prefix: block.prefix, layers: block.layers, suggestion: nextPrefix(analysis, block.prefix) ?? block.prefix }
        : null;
    });
    answering(context, 'prototxt/duplicate', null, ({ document, analysis }, { position, prefix }) => {
      const block = blockAt(analysis, document.offsetAt(position));
      const fix = block && duplicateBlock(analysis, block, prefix);
      return fix ? toTextEdits(document, fix.changes) : null;
    });
    answering(context, 'prototxt/upgrade', [], ({ document, analysis }) =>
      toTextEdits(document, upgradeChanges(analysis)),
    );
    answering(context, 'prototxt/deploy', null, ({ analysis }) => deployText(analysis) ?? null);
    answering(context, 'prototxt/explain', [], ({ document, analysis }, { log }) =>
      explained(document, analysis, log, language()),
    );
  },
};

function styleOf({ insertSpaces, tabSize }: FormattingOptions): Style {
  return { indent: insertSpaces ? ' '.repeat(tabSize) : '\t' };
}
