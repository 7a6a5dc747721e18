/** Code actions of the server: what they are at a place, and applying one. */
import { LSPPlugin } from '@codemirror/lsp-client';
import type { ChangeSpec, Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { CodeAction, Diagnostic, Position, Range, TextEdit } from 'vscode-languageserver-types';

export interface Action {
  readonly title: string;
  /** Does nothing if the text has changed since. */
  readonly apply: () => void;
}

/** Those with edits of this text, at a range of it; quick fixes alone for given diagnostics. */
export async function actionsAt(
  view: EditorView,
  { from, to }: { readonly from: number; readonly to: number },
  diagnostics: readonly Diagnostic[],
  only?: string,
): Promise<readonly Action[]> {
  const plugin = LSPPlugin.get(view);
  if (!plugin) return [];
  const { doc } = view.state;
  plugin.client.sync();
  const answer = await plugin.client.request<object, readonly CodeAction[] | null>('textDocument/codeAction', {
    textDocument: { uri: plugin.uri },
    range: { start: positionAt(doc, from), end: positionAt(doc, to) } satisfies Range,
    context: { diagnostics, ...(only === undefined ? {} : { only: [only] }) },
  });
  return (answer ?? []).flatMap(({ title, edit }) => {
    const edits = edit?.changes?.[plugin.uri];
    return edits ? [{ title, apply: () => applyEdits(view, doc, edits) }] : [];
  });
}

/** One step to undo. `doc`: the text that the edits are for. */
export function applyEdits(view: EditorView, doc: Text, edits: readonly TextEdit[]): void {
  if (!view.state.doc.eq(doc)) return;
  view.dispatch({ changes: changesOf(doc, edits), userEvent: 'input.complete', scrollIntoView: true });
  view.focus();
}

function changesOf(doc: Text, edits: readonly TextEdit[]): readonly ChangeSpec[] {
  return edits.map(({ range: { start, end }, newText }) => ({
    from: offsetAt(doc, start),
    to: offsetAt(doc, end),
    insert: newText,
  }));
}

/** Positions outside the text are moved into it. */
export function offsetAt(doc: Text, { line, character }: Position): number {
  if (line >= doc.lines) return doc.length;
  const { from, to } = doc.line(line + 1);
  return Math.min(from + character, to);
}

export function positionAt(doc: Text, offset: number): Position {
  const { number, from } = doc.lineAt(offset);
  return { line: number - 1, character: offset - from };
}
