/** Quick fixes for the problems in a range. */
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis';
import { fixesOf, removeDeadFields } from '#core/edit/fixes';
import type { Language } from '#core/messages/language';
import type { Problem, Span } from '#core/problems';
import { toCodeAction, toRange } from '../to-lsp';

/** The problems are those of the analysis; the client's diagnostics only say which of its own an action mends. */
export function codeActions(document: TextDocument, analysis: Analysis, range: Span, diagnostics: readonly Diagnostic[], language: Language): CodeAction[] {
  const inRange = analysis.problems.filter(({ span }) => span.start <= range.end && range.start <= span.end);
  const actions = inRange.flatMap((problem) =>
    fixesOf(analysis, problem).map((fix) => toCodeAction(document, fix, shownFor(document, problem, diagnostics), language)),
  );
  const all = inRange.some(({ code }) => code === 'filler/dead-field') ? removeDeadFields(analysis) : undefined;
  return all ? [...actions, toCodeAction(document, all, [], language)] : actions;
}

function shownFor(document: TextDocument, { code, span }: Problem, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const { start } = toRange(document, span);
  return diagnostics.filter((one) => one.code === code && one.range.start.line === start.line && one.range.start.character === start.character);
}
