/** The connected client and what it can display. */
import { MarkupKind, type ClientCapabilities, type InitializeParams, type MarkupContent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Markdown } from '#core/messages/shown';
import { plainTextOf } from './plain-text';
import { memberOf } from './settings';

export interface Client {
  readonly capabilities: ClientCapabilities;
  /** `initializationOptions`. */
  readonly options: unknown;
  /** URIs of the workspace's folders, without a trailing slash. */
  readonly roots: readonly string[];
}

export const noClient: Client = { capabilities: {}, options: undefined, roots: [] };

export function clientOf({
  capabilities,
  initializationOptions: options,
  workspaceFolders,
  rootUri,
  rootPath,
}: InitializeParams): Client {
  // Older clients send only the URI or the path of one folder.
  const old = rootUri ?? (rootPath ? URI.file(rootPath).toString() : null);
  return { capabilities, options, roots: rootsOf(workspaceFolders?.map(({ uri }) => uri) ?? [old]) };
}

/** Normalizes URIs to this server's spelling, so that they can be compared. */
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

/** The innermost of the folders that a file is in. */
export function rootOf(uri: string, roots: readonly string[]): string | undefined {
  const normalized = URI.parse(uri).toString();
  return roots
    .filter((root) => normalized.startsWith(root.endsWith('/') ? root : `${root}/`))
    .reduce<string | undefined>((inner, root) => (inner && inner.length >= root.length ? inner : root), undefined);
}

/** Markdown, or its plain text for a client that declares support for nothing else. */
export function markup({ markdown }: Markdown, formats: readonly MarkupKind[] | undefined): MarkupContent {
  const shows = formats === undefined || formats.length === 0 || formats.includes(MarkupKind.Markdown);
  return shows
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainTextOf(markdown) };
}

/** False if the client sets `initializationOptions.trusted` to false: then nothing outside its folders is read. */
export function isTrusted({ options }: Client): boolean {
  return memberOf(options, 'trusted') !== false;
}

/** True if the client reports changed files itself, as `initializationOptions.watchesFiles` states. */
export function watchesFiles({ options }: Client): boolean {
  return memberOf(options, 'watchesFiles') === true;
}

/** True if the client shows the documents of `#protocol/problem-pages`. */
export function hasProblemPages({ options }: Client): boolean {
  return memberOf(options, 'problemPages') === true;
}
