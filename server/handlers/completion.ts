/** Completion while typing. */
import { CompletionItemKind, InsertTextFormat, type CompletionItem, type MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { triggerSuggest } from '#protocol/commands';
import { commandsOf } from '../client-commands';
import { markup, type Client } from '../client';
import type { Handlers } from '../context';
import { completion } from '../features/completion';
import { pathCompletions } from '../features/completion/paths';
import { plainText, type Completion } from '../features/completion/item';
import { toRange } from '../to-lsp';

export const completing: Handlers = {
  offers: () => ({ completionProvider: { triggerCharacters: ['"', "'", ':', ' ', '/', '=', ','] } }),
  register({ connection, forDocument, client, documents, language, runtime }) {
    connection.onCompletion(
      forDocument('Completion', [], async ({ document, analysis, state }, { position, context }) => {
        const offset = document.offsetAt(position);
        const before = analysis.text.slice(Math.max(0, offset - 80), offset);
        // A space opens the list only where a value follows, a comma only between targets.
        if (context?.triggerCharacter === ' ' && !/:[ \t]+$/.test(before)) return [];
        if (context?.triggerCharacter === ',' && !/\btarget=\S*$/.test(before)) return [];
        const way = wayOf(client());
        const stagesAround = (documents.surroundings(document.uri).solver?.states ?? []).flatMap(
          ({ stages }) => stages,
        );
        const request = { analysis, offset, state, stagesAround, language: language() };
        const proposed =
          (await pathCompletions(request, document.uri, client().roots, runtime.files)) ?? completion(request);
        return proposed.map((item, i) => toItem(document, item, i, way));
      }),
    );
  },
};

interface Way {
  readonly snippets: boolean;
  /** Whether the client has a command that opens the list again. */
  readonly again: boolean;
  readonly formats: readonly MarkupKind[] | undefined;
}

function wayOf({ capabilities, options }: Client): Way {
  const { snippetSupport, documentationFormat } = capabilities.textDocument?.completion?.completionItem ?? {};
  return {
    snippets: snippetSupport === true,
    formats: documentationFormat,
    again: commandsOf(options).triggerSuggest,
  };
}

function toItem(
  document: TextDocument,
  item: Completion,
  index: number,
  { snippets, again, formats }: Way,
): CompletionItem {
  const { label, kind, detail, doc, span, snippet, filter } = item;
  return {
    label,
    kind: kinds[kind],
    sortText: String(index).padStart(5, '0'),
    textEdit: { range: toRange(document, span), newText: snippets ? snippet : plainText(snippet) },
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(detail === undefined ? {} : { detail }),
    ...(doc === undefined || doc.markdown === '' ? {} : { documentation: markup(doc, formats) }),
    ...(filter === undefined ? {} : { filterText: filter }),
    ...(item.again && again ? { command: { title: label, command: triggerSuggest } } : {}),
  };
}

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  message: CompletionItemKind.Struct,
  value: CompletionItemKind.EnumMember,
  type: CompletionItemKind.Class,
  name: CompletionItemKind.Variable,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  skeleton: CompletionItemKind.Snippet,
  directive: CompletionItemKind.Keyword,
};
