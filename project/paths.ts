/**
 * Where a path in a net or solver may lead. Caffe takes it from the folder that it was started in, which a text does not
 * tell: the folders above the text, and the workspace's, are the ones to try.
 */
import { URI, Utils } from 'vscode-uri';
import { ancestorsOf, hasFolder, join } from './uris';

/**
 * `\\host\share`, `//host/share` and mixtures: Windows opens such a path on another computer, and signs the person in there.
 * A text must not cause that, so none is ever opened.
 */
export function isNetworkPath(path: string): boolean {
  return /^[\\/]{2}/.test(path);
}

/** The likeliest first: beside the text, then above it, then in the workspace. */
export function pathsTo(path: string, uri: string, roots: readonly string[]): readonly string[] {
  if (path === '' || !hasFolder(uri) || isNetworkPath(path)) return [];
  const absolute = absoluteUri(path, uri);
  return absolute === undefined
    ? [...new Set([...ancestorsOf(uri), ...roots])].map((folder) => join(folder, path))
    : [absolute];
}

/** A path from one folder; undefined for one on the network. */
export function resolve(folder: string, path: string): string | undefined {
  return isNetworkPath(path) ? undefined : (absoluteUri(path, folder) ?? join(folder, path));
}

/** Undefined for a relative path. */
function absoluteUri(path: string, from: string): string | undefined {
  if (/^[a-z]:[\\/]/i.test(path)) return Utils.joinPath(URI.file(path), '.').toString();
  return path.startsWith('/') ? Utils.resolvePath(URI.parse(from), path).toString() : undefined;
}

/** The folders whose files are proposed for a relative path. Above the workspace lies what is none of its business. */
export function foldersFor(uri: string, roots: readonly string[]): readonly string[] {
  const above = ancestorsOf(uri);
  const root = above.findIndex((folder) => roots.includes(folder));
  return [...new Set([...(root < 0 ? above : above.slice(0, root + 1)), ...roots])];
}
