/**
 * Where a path in a net or solver may lead. Caffe takes it from the folder that it was started in, which a text does not
 * tell: the folders above the text, and the workspace's, are the ones to try.
 */
import { URI } from 'vscode-uri';
import { ancestorsOf, hasFolder, join } from './uris';

/** The likeliest first: beside the text, then above it, then in the workspace. */
export function pathsTo(path: string, uri: string, roots: readonly string[]): readonly string[] {
  if (path === '' || !hasFolder(uri)) return [];
  if (path.startsWith('/')) return [URI.parse(uri).with({ path }).toString()];
  if (/^[a-z]:[\\/]/i.test(path)) return [URI.file(path).toString()];
  return [...new Set([...ancestorsOf(uri), ...roots])].map((folder) => join(folder, path));
}

/** The folders whose files are proposed for a relative path. Above the workspace lies what is none of its business. */
export function foldersFor(uri: string, roots: readonly string[]): readonly string[] {
  const above = ancestorsOf(uri);
  const root = above.findIndex((folder) => roots.includes(folder));
  return [...new Set([...(root < 0 ? above : above.slice(0, root + 1)), ...roots])];
}
