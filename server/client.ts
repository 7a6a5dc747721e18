/** Who is at the other end, and what can be shown there. */
import { MarkupKind, type ClientCapabilities, type InitializeParams, type MarkupContent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { plainTextOf } from './plain-text';
import { memberOf } from './settings';

export interface Client {
  readonly capabilities: ClientCapabilities;
  /** As sent with `initialize`. */
  readonly options: unknown;
  /** URIs of the workspace's folders, none with a slash at its end. */
  readonly roots: readonly string[];
}

export const nobody: Client = { capabilities: {}, options: undefined, roots: [] };

export function clientOf({
  capabilities,
  initializationOptions: options,
  workspaceFolders,
  rootUri,
  rootPath,
}: InitializeParams): Client {
  // What is older says less: a folder by its URI, or by its path.
  const old = rootUri ?? (rootPath ? URI.file(rootPath).toString() : null);
  return { capabilities, options, roots: rootsOf(workspaceFolders?.map(({ uri }) => uri) ?? [old]) };
}

/** As this server spells URIs, so that they can be compared. */
export function rootsOf(uris: readonly (string | null | undefined)[]): readonly string[] {
  return uris.flatMap((uri) =>
    typeof uri === 'string' && uri !== ''
      ? [
          URI.parse(uri)
            .toString()
            .replace(/(?<=[^/])\/+$/, ''),
        ]
      : [],
  );
}

/** Markdown, or the same as plain text for a client that says it shows nothing else. */
export function markup(markdown: string, formats: readonly MarkupKind[] | undefined): MarkupContent {
  const shows = formats === undefined || formats.length === 0 || formats.includes(MarkupKind.Markdown);
  return shows
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainTextOf(markdown) };
}

/** False for a client that says so in `initializationOptions.trusted`: nothing outside its folders is read then. */
export function isTrusted({ options }: Client): boolean {
  return memberOf(options, 'trusted') !== false;
}

/** True for a client that tells of changed files by itself, as it says in `initializationOptions.watchesFiles`. */
export function watchesFiles({ options }: Client): boolean {
  return memberOf(options, 'watchesFiles') === true;
}
