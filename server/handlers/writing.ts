/** What changes the text: quick fixes. */
import { CodeActionKind } from 'vscode-languageserver';
import type { Handlers } from '../desk';
import { codeActions } from '../features/code-actions';
import { toSpan } from '../to-lsp';

export const writing: Handlers = {
  offers: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
  register({ connection, about }) {
    connection.onCodeAction(about('Code actions', [], ({ document, analysis }, { range, context }) =>
      codeActions(document, analysis, toSpan(document, range), context.diagnostics)));
  },
};
