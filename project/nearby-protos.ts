/** Caffe protos in the workspace, as paths that a net's comment can name, those closest to the net first. */
import { limits, type Files } from './files';
import { readText } from './text-files';
import { folderOf, hasFolder, isWithin, join, relativePath } from './uris';

export interface NearbyProtos {
  /**
   * Resolves after at most `patience` with what has been found so far. A longer search continues, and the next call returns
   * more.
   */
  readonly of: (uri: string, roots: readonly string[]) => Promise<readonly string[]>;
  /** Files were created, deleted or changed. */
  readonly filesChanged: (uris: readonly string[]) => void;
}

/** More would be too many to choose from. */
const maxProtos = 3;
/** Enough for a checkout of Caffe with its models, but bounds the search on a large disk. */
const maxFolders = 500;
/** In ms: how long a code action may wait. */
const patience = 500;

export function createNearbyProtos({
  files,
  timer,
}: {
  readonly files: Files;
  readonly timer: { readonly after: (milliseconds: number, run: () => void) => unknown };
}): NearbyProtos {
  const searches = new Map<string, { readonly found: readonly string[]; readonly done: Promise<unknown> }>();
  return {
    of: async (uri, roots) => {
      if (!hasFolder(uri)) return [];
      const folder = folderOf(uri);
      const key = [folder, ...roots].join('\n');
      let search = searches.get(key);
      if (!search) {
        const found: string[] = [];
        searches.set(key, (search = { found, done: searchFrom(folder, roots, files, found) }));
      }
      await Promise.race([search.done, new Promise<void>((resolve) => timer.after(patience, resolve))]);
      return search.found.flatMap((proto) => relativePath(folder, proto) ?? []);
    },
    filesChanged: (uris) => {
      if (uris.some((uri) => uri.endsWith('.proto'))) searches.clear();
    },
  };
}

/**
 * Searches breadth-first from the folder, both up and down, so that the fewest folders away comes first; then from the
 * workspace's other folders.
 */
async function searchFrom(folder: string, roots: readonly string[], files: Files, found: string[]): Promise<void> {
  const isInside = (uri: string): boolean => roots.some((root) => isWithin(uri, root));
  const seen = new Set<string>();
  for (const start of [folder, ...roots].filter(isInside)) {
    const queue = [start];
    for (const at of queue) {
      if (seen.has(at)) continue;
      if (seen.size >= maxFolders) return;
      seen.add(at);
      for (const name of (await files.list(at).catch(() => [])).toSorted()) {
        const uri = join(at, name);
        if (name.endsWith('.proto')) {
          if (definesLayers(await readText(uri, limits.proto, files))) found.push(uri);
          if (found.length >= maxProtos) return;
        } else if (mayBeFolder(name)) queue.push(uri);
      }
      if (isInside(folderOf(at))) queue.push(folderOf(at));
    }
  }
}

function definesLayers(text: string | undefined): boolean {
  return text !== undefined && /^\s*message\s+LayerParameter\s*\{/m.test(text);
}

/** Judged by name, to avoid listing every file: a name with an extension is a file, but `caffe-1.0` is a folder. */
function mayBeFolder(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules' && !/\.[a-z]\w*$/i.test(name);
}
