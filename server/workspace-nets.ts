/** The nets in the folders of a workspace, as far as they are read: each once, until a file changes. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '#core/analysis';
import { chooseDialect } from '#core/choose-dialect';
import { layersOf, type FoundLayer } from './features/workspace-symbols';
import type { Files } from './runtime';
import { readText } from './text-files';
import { join } from './uris';

export interface NetFile {
  readonly document: TextDocument;
  readonly layers: readonly FoundLayer[];
}

/** Enough for a model zoo, and no endless walk through a home folder. */
const maxFiles = 500;
const maxFolders = 2000;
const maxBytes = 1 << 22;

/** Nothing is read before someone asks, nor after `isCancelled` says so. */
export async function netsIn(
  roots: readonly string[],
  files: Files,
  kept: Map<string, NetFile>,
  isCancelled: () => boolean,
): Promise<readonly NetFile[]> {
  const nets: NetFile[] = [];
  const folders = [...roots];
  for (let i = 0; i < Math.min(folders.length, maxFolders) && !isCancelled(); i++) {
    const folder = folders[i] ?? '';
    for (const name of (await files.list(folder).catch(() => [])).toSorted()) {
      if (nets.length >= maxFiles || isCancelled()) return nets;
      const uri = join(folder, name);
      if (name.endsWith('.prototxt')) {
        const net = kept.get(uri) ?? (await read(uri, files));
        if (!net) continue;
        kept.set(uri, net);
        nets.push(net);
      } else if (!name.startsWith('.') && name !== 'node_modules' && !name.includes('.')) folders.push(uri);
    }
  }
  return nets;
}

async function read(uri: string, files: Files): Promise<NetFile | undefined> {
  const text = await readText(uri, maxBytes, files);
  if (text === undefined) return undefined;
  return {
    document: TextDocument.create(uri, 'prototxt', 0, text),
    layers: layersOf(analyze(text, { dialect: chooseDialect })),
  };
}
