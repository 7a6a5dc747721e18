/** The one place where offsets become lines and columns. */
import { DiagnosticSeverity, DiagnosticTag, type CodeAction, type Diagnostic, type Location, type Position, type Range, type TextEdit } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { infoOf, type Severity } from '#core/codes/index';
import type { Fix, TextChange } from '#core/edit/change';
import type { Language } from '#core/messages/language';
import { fillIn, messageOf, relatedMessageOf } from '#core/messages/render';
import type { Problem, Related, Span } from '#core/problems';
import { lines } from '#core/text/lines';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

export function toDiagnostic(document: TextDocument, problem: Problem, language: Language): Diagnostic {
  const { severity, tag } = infoOf(problem.code);
  const related = (problem.related ?? []).map((place) => ({
    location: toLocation(document, place),
    message: relatedMessageOf(place, language),
  }));
  return {
    range: toRange(document, problem.span),
    severity: severities[severity],
    code: problem.code,
    source: 'prototxt',
    message: messageOf(problem, language),
    ...(tag ? { tags: [tags[tag]] } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

function toLocation(document: TextDocument, { span, elsewhere }: Related): Location {
  if (!elsewhere) return { uri: document.uri, range: toRange(document, span) };
  const table = lines(elsewhere.text);
  return { uri: elsewhere.uri, range: { start: table.positionAt(span.start), end: table.positionAt(span.end) } };
}

export function toCodeAction(document: TextDocument, kind: string, fix: Fix, diagnostics: readonly Diagnostic[], language: Language): CodeAction {
  return {
    title: fillIn(language.fixes[fix.id], fix.args),
    kind,
    diagnostics: [...diagnostics],
    isPreferred: diagnostics.length === 1 && fix.guess !== 'value' && fix.id !== 'disable-line',
    edit: { changes: { [document.uri]: toTextEdits(document, fix.changes) } },
  };
}

/** Changes in order: a whole file's worth of them in one pass over its lines. */
export function toTextEdits(document: TextDocument, changes: readonly TextChange[]): TextEdit[] {
  const text = document.getText();
  if (changes.length < 100 || /\r(?!\n)/.test(text)) return changes.map(({ span, newText }) => ({ range: toRange(document, span), newText }));
  const table = lines(text);
  let [line, lineStart] = [0, 0];
  let next = table.offsetAt({ line: 1, character: 0 });
  const place = (offset: number): Position => {
    while (offset >= next && line + 1 < table.count) {
      line++;
      lineStart = next;
      next = table.offsetAt({ line: line + 1, character: 0 });
    }
    return { line, character: offset - lineStart };
  };
  return changes.map(({ span, newText }) => ({ range: { start: place(span.start), end: place(span.end) }, newText }));
}
