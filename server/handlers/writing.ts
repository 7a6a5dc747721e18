/** What changes the text: formatting, quick fixes, refactorings, and what the palette's commands ask. */
import { CodeActionKind, type FormattingOptions } from 'vscode-languageserver';
import { format, formatOnType, type Style } from '#core/edit/format/index';
import { deployText } from '#core/edit/refactor/deploy';
import { blockAt, duplicateBlock, nextPrefix } from '#core/edit/refactor/duplicate';
import { insertableTypes, insertLayers } from '#core/edit/refactor/insert-layer';
import { upgradeChanges } from '#core/edit/upgrade/index';
import type { Desk, Handlers, Place } from '../desk';
import { commandsOf } from '../features/code-lenses';
import { codeActions, fixAllKind } from '../features/code-actions';
import { explained } from '../features/explain-log';
import type { WritingRequests } from '../protocol';
import { toSpan, toTextEdits } from '../to-lsp';

export const writing: Handlers = {
  offers: () => ({
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['>', ']', '\n'] },
  }),
  register(desk) {
    const { connection, about, language, client } = desk;
    connection.onCodeAction(about('Code actions', [], ({ document, analysis }, { range, context }) => {
      const creates = client().capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
      return codeActions(document, analysis, { range: toSpan(document, range), context, creates, setsSchema: commandsOf(client().options).useSchema, language: language() });
    }));
    connection.onDocumentFormatting(about('Formatting', [], ({ document, analysis }, { options }) =>
      toTextEdits(document, format(analysis, styleOf(options)))));
    connection.onDocumentRangeFormatting(about('Formatting a selection', [], ({ document, analysis }, { options, range }) =>
      toTextEdits(document, format(analysis, styleOf(options), toSpan(document, range)))));
    connection.onDocumentOnTypeFormatting(about('Formatting while typing', [], ({ document, analysis }, { options, position, ch }) =>
      toTextEdits(document, formatOnType(analysis, document.offsetAt(position), ch, styleOf(options)))));
    onWriting(desk, 'prototxt/insert/types', [], ({ analysis }) => insertableTypes(analysis));
    onWriting(desk, 'prototxt/insert', null, ({ document, analysis }, { position, types }) => {
      const fix = insertLayers(analysis, document.offsetAt(position), types);
      return fix ? toTextEdits(document, fix.changes) : null;
    });
    onWriting(desk, 'prototxt/duplicate/block', null, ({ document, analysis }, { position }) => {
      const block = blockAt(analysis, document.offsetAt(position));
      return block ? { prefix: block.prefix, layers: block.layers, suggestion: nextPrefix(analysis, block.prefix) ?? block.prefix } : null;
    });
    onWriting(desk, 'prototxt/duplicate', null, ({ document, analysis }, { position, prefix }) => {
      const block = blockAt(analysis, document.offsetAt(position));
      const fix = block && duplicateBlock(analysis, block, prefix);
      return fix ? toTextEdits(document, fix.changes) : null;
    });
    onWriting(desk, 'prototxt/upgrade', [], ({ document, analysis }) => toTextEdits(document, upgradeChanges(analysis)));
    onWriting(desk, 'prototxt/deploy', null, ({ analysis }) => deployText(analysis) ?? null);
    onWriting(desk, 'prototxt/explain', [], ({ document, analysis }, { log }) => explained(document, analysis, log, language()));
  },
};

/** A request of a command; `nothing` is the answer where the document is not open. */
function onWriting<Method extends keyof WritingRequests>(
  { connection, about }: Desk,
  method: Method,
  nothing: WritingRequests[Method]['result'],
  answer: (place: Place, params: WritingRequests[Method]['params']) => WritingRequests[Method]['result'],
): void {
  connection.onRequest(method, about(method, nothing, answer));
}

function styleOf({ insertSpaces, tabSize }: FormattingOptions): Style {
  return { indent: insertSpaces ? ' '.repeat(tabSize) : '\t' };
}
