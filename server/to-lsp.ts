/** The only place where offsets are converted to lines and columns. */
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type CodeAction,
  type Diagnostic,
  type Location,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { infoOf, type Problem, type Related, type Severity, type Span } from '#core/problems/index';
import { applyChanges, type Fix, type TextChange } from '#core/edit/change';
import { titleOf } from '#core/edit/title';
import type { Language } from '#core/messages/language';
import { messageOf, relatedMessageOf } from '#core/messages/render';
import { lines } from '#core/text/lines';
import { pageOf } from '#protocol/problem-pages';

export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
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

/** First and last line, zero-based. */
export function linesOf(document: TextDocument, { start, end }: Span): readonly [number, number] {
  return [document.positionAt(start).line, document.positionAt(end).line];
}

/** Converts an offset; optimized for many offsets in one file, see `placesIn`. */
type Places = (offset: number) => Position;

/** `links`: the client has the pages of problems, so each code becomes a link to its page. */
export function toDiagnostics(
  document: TextDocument,
  problems: readonly Problem[],
  language: Language,
  { links = false } = {},
): Diagnostic[] {
  if (problems.length === 0) return [];
  const places = placesIn(document);
  return problems.map((problem) => {
    const diagnostic = toDiagnostic(document.uri, problem, places, language);
    return links ? { ...diagnostic, codeDescription: { href: pageOf(problem.code) } } : diagnostic;
  });
}

function toDiagnostic(uri: string, problem: Problem, places: Places, language: Language): Diagnostic {
  const { severity, tag } = infoOf(problem.code);
  const diagnostic: Diagnostic = {
    range: rangeAt(places, problem.span),
    severity: severities[severity],
    code: problem.code,
    source: 'prototxt',
    message: messageOf(problem, language),
  };
  if (tag) diagnostic.tags = [tags[tag]];
  if (problem.related && problem.related.length > 0) {
    diagnostic.relatedInformation = problem.related.map((place) => ({
      location: toLocation(uri, place, places),
      message: relatedMessageOf(place, language),
    }));
  }
  return diagnostic;
}

function rangeAt(places: Places, { start, end }: Span): Range {
  return { start: places(start), end: places(end) };
}

function toLocation(uri: string, { span, elsewhere }: Related, places: Places): Location {
  return elsewhere
    ? { uri: elsewhere.uri, range: rangeAt(lines(elsewhere.text).positionAt, span) }
    : { uri, range: rangeAt(places, span) };
}

/**
 * `TextDocument` examines every character for its line table. If the text has no "\r", the engine's own table is faster to
 * build.
 */
function placesIn(document: TextDocument): Places {
  const text = document.getText();
  return text.includes('\r') ? (offset) => document.positionAt(offset) : lines(text).positionAt;
}

export function toCodeAction(
  document: TextDocument,
  kind: string,
  fix: Fix,
  diagnostics: readonly Diagnostic[],
  language: Language,
): CodeAction {
  return {
    title: titleOf(fix, language),
    kind,
    diagnostics: [...diagnostics],
    isPreferred: diagnostics.length === 1 && fix.guess !== 'value' && fix.id !== 'disable-line',
    edit: { changes: { [document.uri]: toTextEdits(document, fix.changes) } },
  };
}

/** Above this number, one edit for all of them is faster to send and to apply. */
export const mostEdits = 100_000;

export function toTextEdits(document: TextDocument, changes: readonly TextChange[]): TextEdit[] {
  if (changes.length > mostEdits) return toTextEdits(document, [asOne(document.getText(), changes)]);
  const places: Places = changes.length < 100 ? (offset) => document.positionAt(offset) : placesIn(document);
  return changes.map(({ span, newText }) => ({ range: rangeAt(places, span), newText }));
}

/** The changes, in order and without overlaps, as one replacement of the text from the first to the last. */
function asOne(text: string, changes: readonly TextChange[]): TextChange {
  const span = { start: changes[0]?.span.start ?? 0, end: changes.at(-1)?.span.end ?? 0 };
  const end = span.end - text.length;
  const whole = applyChanges(text, changes);
  return { span, newText: whole.slice(span.start, end === 0 ? whole.length : end) };
}
