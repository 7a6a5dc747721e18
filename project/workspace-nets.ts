/** The files in the workspace's folders that may be nets. */
import { limits, type Files } from './files';
import { readText } from './text-files';
import { join } from './uris';

/** Enough for a model zoo, but bounds the search of a large folder. */
const maxFiles = 500;
const maxFolders = 2000;

/**
 * Applies `understand` to each file; the results are cached in `kept` by URI until the caller removes them. Reads files only
 * when called, and stops when `isCancelled` returns true.
 */
export async function netsIn<Net>(
  roots: readonly string[],
  files: Files,
  kept: Map<string, Net>,
  understand: (uri: string, text: string) => Net,
  isCancelled: () => boolean,
): Promise<readonly Net[]> {
  const nets: Net[] = [];
  const folders = [...roots];
  for (let i = 0; i < Math.min(folders.length, maxFolders) && !isCancelled(); i++) {
    const folder = folders[i] ?? '';
    for (const name of (await files.list(folder).catch(() => [])).toSorted()) {
      if (nets.length >= maxFiles || isCancelled()) return nets;
      const uri = join(folder, name);
      if (name.endsWith('.prototxt')) {
        let net = kept.get(uri);
        if (net === undefined) {
          const text = await readText(uri, limits.workspaceNet, files);
          if (text === undefined) continue;
          kept.set(uri, (net = understand(uri, text)));
        }
        nets.push(net);
      } else if (!name.startsWith('.') && name !== 'node_modules' && !name.includes('.')) folders.push(uri);
    }
  }
  return nets;
}
