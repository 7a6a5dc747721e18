/**
 * Which files a path in a net or solver may mean. Caffe resolves it from its working directory, which the text does not record,
 * so the folders above the text and those of the workspace are tried.
 */
import { URI, Utils } from 'vscode-uri';
import { ancestorsOf, hasFolder, join } from './uris';

/**
 * `\\host\share`, `//host/share` and mixtures of both. Windows would connect to another computer and authenticate the user
 * there. A text must not cause that, so such a path is never opened.
 */
export function isNetworkPath(path: string): boolean {
  return /^[\\/]{2}/.test(path);
}

/** Candidate URIs, the most likely first: beside the text, above it, then in the workspace. */
export function pathsTo(path: string, uri: string, roots: readonly string[]): readonly string[] {
  if (path === '' || !hasFolder(uri) || isNetworkPath(path)) return [];
  const absolute = absoluteUri(path, uri);
  return absolute === undefined
    ? [...new Set([...ancestorsOf(uri), ...roots])].map((folder) => join(folder, path))
    : [absolute];
}

/** A path resolved from one folder; undefined for a network path. */
export function resolve(folder: string, path: string): string | undefined {
  return isNetworkPath(path) ? undefined : (absoluteUri(path, folder) ?? join(folder, path));
}

/** Undefined for a relative path. */
function absoluteUri(path: string, from: string): string | undefined {
  if (/^[a-z]:[\\/]/i.test(path)) return Utils.joinPath(URI.file(path), '.').toString();
  return path.startsWith('/') ? Utils.resolvePath(URI.parse(from), path).toString() : undefined;
}

/** The folders whose files are proposed for a relative path: none above the workspace. */
export function foldersFor(uri: string, roots: readonly string[]): readonly string[] {
  const above = ancestorsOf(uri);
  const root = above.findIndex((folder) => roots.includes(folder));
  return [...new Set([...(root < 0 ? above : above.slice(0, root + 1)), ...roots])];
}
