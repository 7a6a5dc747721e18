/** What a pasted log says about a document, with the places that it refers to. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis/analysis';
import { explainLog } from '#core/log/explain';
import { fillIn } from '#core/messages/fill-in';
import type { Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import type { Explained } from '#protocol/requests';
import { toRange } from '../to-lsp';

export function explained(
  document: TextDocument,
  analysis: Analysis,
  log: string,
  language: Language,
): readonly Explained[] {
  return explainLog(analysis, log).map((one) => {
    if (one.kind === 'problem')
      return { message: messageOf(one.problem, language), range: toRange(document, one.problem.span) };
    return {
      message: fillIn(language.log[one.sentence], one.args),
      range: one.span ? toRange(document, one.span) : null,
    };
  });
}
