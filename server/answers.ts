/** Converts the answers of features to LSP types. */
import {
  FoldingRangeKind,
  InlayHintKind,
  MarkupKind,
  SymbolKind,
  type CodeLens,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type SymbolInformation,
} from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { WeightsLens } from './features/code-lenses';
import type { OutlineSymbol } from './features/document-symbols';
import type { Fold } from './features/folding';
import type { HoverAnswer } from './features/hover/answer';
import type { Hint } from './features/inlay-hints';
import { markup } from './client';
import { toRange } from './to-lsp';

export function toHover(
  document: TextDocument,
  answer: HoverAnswer,
  formats: readonly MarkupKind[] | undefined,
): Hover {
  return { contents: markup(answer, formats), range: toRange(document, answer.span) };
}

export function toInlayHint(document: TextDocument, { offset, label, tooltip }: Hint): InlayHint {
  return {
    position: document.positionAt(offset),
    label,
    kind: InlayHintKind.Type,
    tooltip: { kind: MarkupKind.Markdown, value: tooltip.markdown },
    paddingLeft: true,
  };
}

export function toSymbol(
  document: TextDocument,
  { name, detail, kind, span, nameSpan, children }: OutlineSymbol,
): DocumentSymbol {
  return {
    name,
    detail,
    kind: symbolKinds[kind],
    range: toRange(document, span),
    selectionRange: toRange(document, nameSpan),
    children: children.map((child) => toSymbol(document, child)),
  };
}

/** For a client without hierarchical document symbols: all symbols in text order, each with the name of its container. */
export function toFlatSymbols(
  document: TextDocument,
  symbols: readonly OutlineSymbol[],
  containerName = '',
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, span, children }) => [
    {
      name,
      kind: symbolKinds[kind],
      ...(containerName === '' ? {} : { containerName }),
      location: { uri: document.uri, range: toRange(document, span) },
    },
    ...toFlatSymbols(document, children, name),
  ]);
}

const symbolKinds = { group: SymbolKind.Package, layer: SymbolKind.Class, field: SymbolKind.Property } as const;

/** `showsText`: whether the client supports `collapsedText`. */
export function toFoldingRange(
  document: TextDocument,
  { span, kind, collapsed }: Fold,
  showsText: boolean,
): FoldingRange {
  const { start, end } = toRange(document, span);
  return {
    startLine: start.line,
    endLine: end.line,
    ...(kind === undefined ? {} : { kind: kinds[kind] }),
    ...(showsText && collapsed !== undefined ? { collapsedText: collapsed } : {}),
  };
}

const kinds = { comment: FoldingRangeKind.Comment, region: FoldingRangeKind.Region } as const;

export function toCodeLens(document: TextDocument, { title, command, span, layer }: WeightsLens): CodeLens {
  return { range: toRange(document, span), command: { title, command, arguments: [document.uri, layer] } };
}
