/** What changes the text: formatting, quick fixes. */
import { CodeActionKind, type FormattingOptions } from 'vscode-languageserver';
import { format, formatOnType, type Style } from '#core/edit/format/index';
import type { Handlers } from '../desk';
import { codeActions, fixAllKind } from '../features/code-actions';
import { toSpan, toTextEdits } from '../to-lsp';

export const writing: Handlers = {
  offers: () => ({
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['>', ']', '\n'] },
  }),
  register({ connection, about, language }) {
    connection.onCodeAction(about('Code actions', [], ({ document, analysis }, { range, context }) =>
      codeActions(document, analysis, toSpan(document, range), context, language())));
    connection.onDocumentFormatting(about('Formatting', [], ({ document, analysis }, { options }) =>
      toTextEdits(document, format(analysis, styleOf(options)))));
    connection.onDocumentRangeFormatting(about('Formatting a selection', [], ({ document, analysis }, { options, range }) =>
      toTextEdits(document, format(analysis, styleOf(options), toSpan(document, range)))));
    connection.onDocumentOnTypeFormatting(about('Formatting while typing', [], ({ document, analysis }, { options, position, ch }) =>
      toTextEdits(document, formatOnType(analysis, document.offsetAt(position), ch, styleOf(options)))));
  },
};

function styleOf({ insertSpaces, tabSize }: FormattingOptions): Style {
  return { indent: insertSpaces ? ' '.repeat(tabSize) : '\t' };
}
