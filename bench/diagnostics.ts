/** Diagnostics, converted as the server sends them to the editor. */
import type { Diagnostic } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, AnalyzeOptions } from '#core/analysis/analysis';
import { english } from '#core/messages/en/index';
import { testState } from '#core/net/state';
import { hover } from '#server/features/hover';
import { inlayHints } from '#server/features/inlay-hints';
import { toDiagnostics } from '#server/to-lsp';
import { toAnalysis } from './engine';

export function toDiagnosticsOf(text: string, depth: AnalyzeOptions['depth'] = 'quick'): readonly Diagnostic[] {
  const document = TextDocument.create('file:///net.prototxt', 'prototxt', 1, text);
  return toDiagnostics(document, toAnalysis(text, depth).problems, english);
}

export function hoverOf(analysis: Analysis, offset: number): unknown {
  return hover(analysis, offset, { state: analysis.states[0] ?? testState, language: english });
}

export function hintsOf(analysis: Analysis): unknown {
  const range = { start: 0, end: analysis.text.length };
  return inlayHints(analysis, range, {
    state: analysis.states[0] ?? testState,
    language: english,
    shapes: true,
    fillers: true,
    cost: true,
  });
}
